package io.vedette.hub.pages;

import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.settings.SupportShown;
import io.vedette.hub.settings.UseLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An organisation with quotas in every state, and one without any. */
final class SampleSettings {
    private SampleSettings() {}

    /** By the name of the file they are drawn into. */
    static Map<String, Map<String, Object>> all(Locale language) {
        var until = Moment.of(SamplePages.NOW.plusSeconds(200_000), SamplePages.ZONE, SamplePages.NOW, language);
        var open = new SupportShown("MEND", until, "the gate camera shows no picture");
        return Map.of(
                "settings",
                page(limited(language)),
                "settings-free",
                page(free(language)),
                "settings-support",
                page(free(language), List.of(open), FormInput.empty()),
                "settings-wrong",
                page(free(language), List.of(), SamplePages.wrong("reason", "form.support.reason")));
    }

    static List<UseLine> limited(Locale language) {
        String why = "contract 2026/117, <b>two</b> sites";
        return List.of(
                line(language, "cameras", "7", "10", 7, 10, "", why),
                line(language, "accounts", "19", "20", 19, 20, "tight", why),
                line(language, "stored-bytes", "2.1 TB", "2 TB", 2_000, 2_000, "full", why),
                unlimited(language, "live-minutes", "1,204"));
    }

    static List<UseLine> free(Locale language) {
        return List.of(
                unlimited(language, "cameras", "7"),
                unlimited(language, "accounts", "3"),
                unlimited(language, "stored-bytes", "9.1 MB"),
                unlimited(language, "live-minutes", "0"));
    }

    private static Map<String, Object> page(List<UseLine> uses) {
        return page(uses, List.of(), SamplePages.form("level", "LOOK"));
    }

    private static Map<String, Object> page(List<UseLine> uses, List<SupportShown> support, FormInput form) {
        return Map.of(
                "uses",
                uses,
                "month",
                "November 2026",
                "invitations",
                2L,
                "support",
                support,
                "levels",
                List.of("LOOK", "MEND"),
                "form",
                form);
    }

    private static UseLine line(
            Locale language, String what, String used, String of, long value, long most, String level, String why) {
        return new UseLine(what, Messages.text(language, "quota.of", used, of), true, value, most, level, why);
    }

    private static UseLine unlimited(Locale language, String what, String used) {
        return new UseLine(what, Messages.text(language, "quota.unlimited", used), false, 0, 1, "", "");
    }
}
