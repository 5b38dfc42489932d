package io.vedette.hub.people;

import io.vedette.hub.cameras.AccessGrant;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.platform.web.Sentence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A grant as one sentence.
 *
 * @param over whether its time has passed
 * @param givenBy nothing when the reader may not know the accounts
 */
public record GrantLine(
        String id,
        Sentence sentence,
        String reason,
        boolean over,
        @Nullable String givenBy,
        Moment givenAt,
        @Nullable Moment until) {

    static boolean over(AccessGrant grant, Instant now) {
        return grant.until().filter(end -> !end.isAfter(now)).isPresent();
    }

    /** As the one who gives reads it: "Night guard may watch live Gate until Friday 18:00." */
    static GrantLine of(AccessGrant grant, Target target, AccountBook book, Instant now, Locale language) {
        return line(grant, target, now, language, "grant.", book.name(grant.subject()), book.name(grant.givenBy()));
    }

    /** As the one who was given reads it: "You may watch live ..." */
    static GrantLine mine(AccessGrant grant, Target target, Instant now, Locale language) {
        return line(grant, target, now, language, "grant.mine.", "", null);
    }

    private static GrantLine line(
            AccessGrant grant,
            Target target,
            Instant now,
            Locale language,
            String keys,
            String account,
            @Nullable String givenBy) {
        boolean over = over(grant, now);
        Moment until = grant.until()
                .map(end -> Moment.of(end, target.zone(), now, language))
                .orElse(null);
        String key = keys + (until == null ? "open" : over ? "over" : "until");
        List<String> values =
                List.of(account, actions(grant.actions(), language), target.name(), until == null ? "" : until.words());
        return new GrantLine(
                grant.id().toString(),
                Sentence.of(language, key, values),
                grant.reason(),
                over,
                givenBy,
                Moment.of(grant.givenAt(), target.zone(), now, language),
                until);
    }

    private static String actions(Set<Action> actions, Locale language) {
        String together = actions.stream().sorted().map(Action::name).collect(Collectors.joining("."));
        return Messages.text(language, "grant.may." + together);
    }
}
