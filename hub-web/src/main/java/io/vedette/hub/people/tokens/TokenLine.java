package io.vedette.hub.people.tokens;

import io.vedette.hub.access.tokens.PersonalToken;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A token in the list of its owner.
 *
 * @param may what it allows, in words
 * @param usedAt null when it never was used
 * @param soon whether it is over within a week
 */
public record TokenLine(
        String id,
        String name,
        String may,
        Moment madeAt,
        Moment until,
        @Nullable Moment usedAt,
        boolean soon) {
    private static final Duration SOON = Duration.ofDays(7);

    static TokenLine of(PersonalToken token, ZoneId zone, Instant now, Locale language) {
        return new TokenLine(
                token.id().toString(),
                token.name(),
                token.permissions().stream()
                        .map(one -> Messages.text(language, "permission." + one))
                        .collect(Collectors.joining(", ")),
                Moment.of(token.madeAt(), zone, now, language),
                Moment.of(token.until(), zone, now, language),
                token.usedAt().map(at -> Moment.of(at, zone, now, language)).orElse(null),
                token.until().isBefore(now.plus(SOON)));
    }
}
