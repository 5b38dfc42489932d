package io.vedette.hub.pages;

import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.recordings.boundary.HoldPages.HoldLine;
import io.vedette.hub.retention.RetentionShown.DiskLine;
import io.vedette.hub.retention.RetentionShown.DryLine;
import io.vedette.hub.retention.RetentionShown.RuleLine;
import io.vedette.hub.retention.RetentionShown.RunLine;
import io.vedette.hub.retention.RetentionShown.ShareLine;
import io.vedette.hub.retention.RetentionShown.Target;
import io.vedette.hub.retention.RetentionShown.UseLine;
import io.vedette.hub.retention.StuckMoves.PlaceLine;
import io.vedette.hub.retention.StuckMoves.StuckLine;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long recordings are kept, and what is on hold. */
final class SampleRetention {
    private static final String YARD = "site:" + SamplePages.id(60);
    private static final DryLine GOES = new DryLine(
            312,
            "48 GB",
            "Recorded between 1 October and 20 October",
            List.of(new ShareLine("Gate", 300, "46 GB"), new ShareLine("Fence", 12, "2 GB")),
            List.of(
                    "After the last seven days, 2.4 GB come in a day.",
                    "With these rules that leads to 72 GB in the vault."));
    private static final DryLine NOTHING =
            new DryLine(0, "0 B", "", List.of(), List.of("With these rules it grows without end."));

    private SampleRetention() {}

    static Map<String, SampleStorage.Sample> pages(Locale language) {
        Moment at = Moment.of(Instant.parse("2026-11-20T04:17:00Z"), SamplePages.ZONE, SamplePages.NOW, language);
        var all = new RuleLine(
                SamplePages.id(61),
                "everything",
                "Everything",
                "for 30 days",
                "",
                List.of(
                        "with “person” for 60 days at least",
                        "when nothing was seen for 2 days at most",
                        "moves to “Cold store” after 20 days"));
        var yard =
                new RuleLine(SamplePages.id(62), YARD, "Yard", "days as said further away", "at most 50 GB", List.of());
        var done = new RunLine("NIGHT", 312, 312, "48 GB", "48 GB", "", at, at);
        var waits = new RunLine("DISK", 312, 100, "16 GB", "48 GB", "cannot delete: connection refused", at, null);
        FormInput wrong = FormInput.empty()
                .preset("on", YARD)
                .preset("days", "many")
                .preset("room", "little")
                .preset("labels", "Person");
        wrong.wrong("days", "form.retention.days");
        wrong.wrong("room", "form.retention.room");
        wrong.wrong("labels", "form.retention.labels");
        FormInput typed =
                FormInput.empty().preset("on", YARD).preset("days", "30").preset("unit", "GB");
        var hold = new HoldLine(SamplePages.id(63), "Gate", at, "Olga Owner", at, "A theft in the yard, report 4711");
        return Map.of(
                "retention-none", page(List.of(), FormInput.empty(), Map.of("places", List.of())),
                "retention", page(List.of(all, yard), FormInput.empty(), Map.of("next", GOES, "run", done)),
                "retention-before", page(List.of(all), typed, Map.of("preview", GOES, "wish", "Yard", "next", NOTHING)),
                "retention-before-nothing", page(List.of(), typed, Map.of("preview", NOTHING, "wish", "Yard")),
                "retention-wrong", page(List.of(), wrong, Map.of()),
                "retention-waits",
                        page(
                                List.of(all),
                                FormInput.empty(),
                                Map.of(
                                        "next",
                                        NOTHING,
                                        "run",
                                        waits,
                                        "disk",
                                        new DiskLine("3 GB", "50 GB", true),
                                        "stuck",
                                        List.of(new StuckLine(
                                                "Cold store", 3, "TARGET", "cannot store blob: no room", at)))),
                "holds", new SampleStorage.Sample("settings/holds", Map.of("holds", List.of(hold))),
                "holds-none", new SampleStorage.Sample("settings/holds", Map.of("holds", List.of())));
    }

    private static SampleStorage.Sample page(List<RuleLine> rules, FormInput form, Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("rules", rules);
        model.put("form", form);
        model.putIfAbsent("places", List.of(new PlaceLine(SamplePages.id(64), "Cold store")));
        model.putIfAbsent("stuck", List.of());
        model.put("units", List.of("MB", "GB", "TB"));
        model.put("targets", List.of(new Target("everything", "Everything"), new Target(YARD, "Yard")));
        model.put(
                "use",
                List.of(
                        new UseLine(true, "Everything", "310 GB"),
                        new UseLine(true, "Yard", "310 GB"),
                        new UseLine(false, "Gate", "310 GB")));
        return new SampleStorage.Sample("settings/retention", model);
    }
}
