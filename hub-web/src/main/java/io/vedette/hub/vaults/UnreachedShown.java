package io.vedette.hub.vaults;

import io.vedette.hub.platform.web.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * That an agent did not reach a place, for its page.
 *
 * @param camera the id of the agent's camera
 * @param why in the agent's words
 */
public record UnreachedShown(Moment at, String camera, String why) {
    static UnreachedShown of(StorageProvider.Unreached last, Instant now, Locale language) {
        return new UnreachedShown(
                Moment.of(last.at(), ZoneOffset.UTC, now, language),
                last.camera().toString(),
                last.why());
    }
}
