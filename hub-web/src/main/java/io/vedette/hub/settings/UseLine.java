package io.vedette.hub.settings;

import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.recordings.boundary.Wording;
import io.vedette.hub.settings.TenantUse.Use;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Quota;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * A quota on the page.
 *
 * @param what the limit's word
 * @param said "7 of 10", or "7, no limit": the meter in words
 * @param limited whether there is a quota at all
 * @param used for the meter, no more than {@code allowed}
 * @param level empty, {@code tight} from nine tenths on, or {@code full}
 * @param reason in the words of whoever set the quota; empty without one
 */
public record UseLine(String what, String said, boolean limited, long used, long allowed, String level, String reason) {
    private static final double TIGHT = 0.9;

    public static UseLine of(Use use, Locale language) {
        String used = amount(use.what(), use.used(), language);
        if (use.quota().isEmpty()) {
            String said = Messages.text(language, "quota.unlimited", used);
            return new UseLine(use.what().word(), said, false, 0, 1, "", "");
        }
        Quota quota = use.quota().get();
        return new UseLine(
                use.what().word(),
                Messages.text(language, "quota.of", used, amount(use.what(), quota.allowed(), language)),
                true,
                Math.min(use.used(), quota.allowed()),
                Math.max(1, quota.allowed()),
                level(use.used(), quota.allowed()),
                quota.reason());
    }

    private static String level(long used, long allowed) {
        return used >= allowed ? "full" : used >= TIGHT * allowed ? "tight" : "";
    }

    private static String amount(Limit what, long number, Locale language) {
        return what == Limit.STORED_BYTES
                ? Wording.size(number, language)
                : NumberFormat.getIntegerInstance(language).format(number);
    }
}
