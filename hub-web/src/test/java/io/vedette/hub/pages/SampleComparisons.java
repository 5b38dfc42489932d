package io.vedette.hub.pages;

import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.reconcile.ReconcileLine;
import io.vedette.hub.reconcile.ReconcileLine.FindingLine;
import io.vedette.hub.reconcile.ReconcilePages.PlaceChoice;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Comparisons of storage with the list of recordings. */
final class SampleComparisons {
    private static final List<PlaceChoice> PLACES =
            List.of(new PlaceChoice(SamplePages.id(70), "Archive of the head office"));
    private static final String KEY =
            SamplePages.id(90) + "/" + SamplePages.id(91) + "/2026/11/20/" + SamplePages.id(92);

    private SampleComparisons() {}

    static Map<String, SampleStorage.Sample> pages(Locale language) {
        Moment at = Moment.of(Instant.parse("2026-11-20T13:02:00Z"), SamplePages.ZONE, SamplePages.NOW, language);
        var done = new ReconcileLine(SamplePages.id(93), "", false, "DONE", 40, 40, 120_400, 0, "", at, at);
        var found = new ReconcileLine(
                SamplePages.id(94), "Archive of the head office", true, "DONE", 40, 40, 120_400, 1204, "", at, at);
        var running = new ReconcileLine(
                SamplePages.id(95),
                "Archive of the head office",
                false,
                "RUNNING",
                12,
                40,
                30_111,
                0,
                "cannot list blobs: connection refused",
                at,
                null);
        FormInput wrong = FormInput.empty();
        wrong.wrong("place", "form.compare.running");
        List<FindingLine> findings = List.of(
                new FindingLine(KEY + ".mp4", "MISSING", SamplePages.id(92), 0, 0),
                new FindingLine(KEY + ".jpg", "EXTRA", "", 0, 20_480),
                new FindingLine(KEY + ".mp4", "OTHER_SIZE", SamplePages.id(92), 2_000_000, 1_999_000),
                new FindingLine(KEY + ".mp4", "OTHER_BYTES", SamplePages.id(92), 0, 0));
        return Map.of(
                "compare", list(List.of(running, found, done), FormInput.empty()),
                "compare-none", list(List.of(), FormInput.empty()),
                "compare-wrong", list(List.of(running), wrong),
                "comparison-done", one(done, List.of()),
                "comparison-found", one(found, findings),
                "comparison-waits", one(running, List.of()));
    }

    private static SampleStorage.Sample list(List<ReconcileLine> runs, FormInput form) {
        return new SampleStorage.Sample("settings/compare", Map.of("runs", runs, "places", PLACES, "form", form));
    }

    private static SampleStorage.Sample one(ReconcileLine run, List<FindingLine> findings) {
        return new SampleStorage.Sample("settings/comparison", Map.of("run", run, "findings", findings));
    }
}
