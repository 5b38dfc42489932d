package io.vedette.hub.pages;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.GrantWish;
import io.vedette.hub.people.AccountLine;
import io.vedette.hub.people.GrantLine;
import io.vedette.hub.people.Target;
import io.vedette.hub.people.TargetChoice;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.platform.web.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Accounts, what they were given, and what can be given. */
final class SamplePeople {
    private SamplePeople() {}

    /** What the page shows. */
    static Map<String, Object> page(
            Locale language,
            List<AccountLine> accounts,
            int chosen,
            boolean complete,
            FormInput form,
            TargetChoice choice) {
        return Map.of(
                "accounts",
                accounts,
                "complete",
                complete,
                "chosen",
                chosen < 0 ? List.of() : List.of(accounts.get(chosen)),
                "unknown",
                chosen < -1,
                "grants",
                chosen == 2 ? grants(language, "grant.") : List.of(),
                "choice",
                choice,
                "actions",
                List.of("LIVE", "REPLAY", "REQUEST_UPLOAD"),
                "form",
                form);
    }

    static List<AccountLine> accounts() {
        return List.of(
                new AccountLine("s1", "Site owner", "SO", "owner@northquay.example", "OWNER", true, 0),
                new AccountLine("s2", "Day guard", "DG", "", "VIEWER", false, 0),
                new AccountLine("s3", "Night guard", "NG", "guard@northquay.example", "VIEWER", false, 2),
                new AccountLine("0193c5a2…", "0193c5a2…", "0", "", "VIEWER", false, 1));
    }

    /** @param keys of the sentences, without their last part */
    static List<GrantLine> grants(Locale language, String keys) {
        return List.of(
                grant(language, keys + "until", "LIVE.REPLAY", "Gate", "holiday cover, north fence", false),
                grant(language, keys + "open", "LIVE", "Harbour depot / Yard", "", false),
                grant(language, keys + "over", "LIVE.REPLAY.REQUEST_UPLOAD", "Shop floor", "stock count", true));
    }

    private static GrantLine grant(
            Locale language, String key, String actions, String target, String reason, boolean over) {
        var sentence = Sentence.of(
                language,
                key,
                List.of("Night guard", Messages.text(language, "grant.may." + actions), target, "Fri 18:00"));
        return new GrantLine(
                SamplePages.id(key.length() * 7 + target.length()),
                sentence,
                reason,
                over,
                "Site owner",
                moment(language, "2026-11-02T08:00:00Z"),
                key.endsWith("open") ? null : moment(language, "2026-11-27T17:00:00Z"));
    }

    static TargetChoice choice() {
        return new TargetChoice(List.of(group()), List.of(gate("Gate")), "", false, false, "");
    }

    static TargetChoice manyTargets() {
        List<Target> gates = IntStream.rangeClosed(1, 19)
                .mapToObj(number -> gate("Gate " + number + " · Harbour depot"))
                .toList();
        return new TargetChoice(List.of(group()), gates, "", true, true, "");
    }

    static TargetChoice oneTarget() {
        return new TargetChoice(List.of(), List.of(gate("Gate")), "gat", true, false, "");
    }

    private static Target group() {
        String name = "Harbour depot / Yard";
        return new Target(
                "group:" + SamplePages.id(90),
                name,
                name,
                true,
                SamplePages.ZONE,
                new GrantWish.OneCamera(CameraId.of(SamplePages.id(4))));
    }

    private static Target gate(String name) {
        return new Target(
                "camera:" + SamplePages.id(name.length() + name.hashCode() % 1000),
                name,
                name,
                false,
                SamplePages.ZONE,
                new GrantWish.OneCamera(CameraId.of(SamplePages.id(4))));
    }

    private static Moment moment(Locale language, String at) {
        return Moment.of(Instant.parse(at), SamplePages.ZONE, SamplePages.NOW, language);
    }
}
