package io.vedette.hub.settings;

import io.vedette.hub.access.SupportAccess;
import io.vedette.hub.platform.web.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Support access on the page.
 *
 * @param level how far it goes, by its name
 */
public record SupportShown(String level, Moment until, String reason) {
    static SupportShown of(SupportAccess access, Instant now, Locale language) {
        return new SupportShown(
                access.level().name(), Moment.of(access.until(), ZoneOffset.UTC, now, language), access.reason());
    }
}
