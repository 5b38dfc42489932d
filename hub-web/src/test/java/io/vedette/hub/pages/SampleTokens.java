package io.vedette.hub.pages;

import io.vedette.hub.people.tokens.TokenLine;
import io.vedette.hub.people.tokens.TokenPages;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tokens of somebody's own. */
final class SampleTokens {
    private SampleTokens() {}

    static Map<String, Object> some(Locale language, FormInput form) {
        return Map.of(
                "tokens",
                List.of(
                        new TokenLine(
                                SamplePages.id(60),
                                "Nightly backup of recordings to the archive of the head office",
                                Messages.text(language, "permission.REPLAY") + ", "
                                        + Messages.text(language, "permission.REQUEST_UPLOAD"),
                                moment(language, "2026-09-02T08:00:00Z"),
                                moment(language, "2026-11-24T08:00:00Z"),
                                moment(language, "2026-11-20T13:02:00Z"),
                                true),
                        new TokenLine(
                                SamplePages.id(61),
                                "Wall of the reception",
                                Messages.text(language, "permission.LIVE"),
                                moment(language, "2026-11-19T08:00:00Z"),
                                moment(language, "2027-02-17T08:00:00Z"),
                                null,
                                false)),
                "permissions",
                List.of("LIVE", "REPLAY", "REQUEST_UPLOAD", "EVERY_CAMERA", "AUDIT"),
                "days",
                List.of(7, 30, 90, 180, 365),
                "form",
                form);
    }

    static Map<String, Object> made(Locale language) {
        Map<String, Object> model = new HashMap<>(some(language, blank()));
        model.put(
                "shown",
                new TokenPages.Shown(
                        "Wall of the reception",
                        "vdt_" + "0".repeat(32) + "_" + "1".repeat(32) + "_" + "2".repeat(64),
                        "https://hub.northquay.example/api/v1/t/northquay/cameras"));
        return model;
    }

    /** Of somebody whose role allows nothing, and who has none. */
    static Map<String, Object> none() {
        return Map.of("tokens", List.of(), "permissions", List.of(), "days", List.of(90), "form", blank());
    }

    static FormInput blank() {
        return FormInput.empty().preset("days", "90");
    }

    private static Moment moment(Locale language, String at) {
        return Moment.of(Instant.parse(at), SamplePages.ZONE, SamplePages.NOW, language);
    }
}
