package io.vedette.hub.pages;

import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.settings.UseLine;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An organisation with quotas in every state, and one without any. */
final class SampleSettings {
    private SampleSettings() {}

    /** By the name of the file they are drawn into. */
    static Map<String, Map<String, Object>> all(Locale language) {
        return Map.of("settings", page(language, limited(language)), "settings-free", page(language, free(language)));
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

    private static Map<String, Object> page(Locale language, List<UseLine> uses) {
        return Map.of("uses", uses, "month", Messages.text(language, "found.all"), "invitations", 2L);
    }

    private static UseLine line(
            Locale language, String what, String used, String of, long value, long most, String level, String why) {
        return new UseLine(what, Messages.text(language, "quota.of", used, of), true, value, most, level, why);
    }

    private static UseLine unlimited(Locale language, String what, String used) {
        return new UseLine(what, Messages.text(language, "quota.unlimited", used), false, 0, 1, "", "");
    }
}
