package io.vedette.hub.people;

import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.people.hours.HoursText;
import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.platform.web.Sentence;
import java.time.Duration;
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
 * @param soon whether it ends within three days
 * @param passable whether the holder, or for their own grants the reader, may pass on some of it
 * @param part whether it was passed on from another
 * @param givenBy nothing when the reader may not know the accounts
 */
public record GrantLine(
        String id,
        Sentence sentence,
        String reason,
        boolean over,
        boolean soon,
        boolean passable,
        boolean part,
        @Nullable String givenBy,
        Moment givenAt,
        @Nullable Moment until) {
    private static final Duration SOON = Duration.ofDays(3);

    /** As the one who gives reads it: "Night guard may watch live Gate, Mon–Fri 20:00–06:00, until Friday 18:00." */
    static GrantLine of(AccessGrant grant, Target target, HolderNames names, Instant now, Locale language) {
        return line(
                grant,
                target,
                now,
                language,
                "grant.",
                names.of(grant.holder()),
                names.of(grant.givenBy()),
                grant.terms().passable());
    }

    /** As the one who was given reads it: "You may watch live ..." */
    static GrantLine mine(AccessGrant grant, Target target, Instant now, Locale language, boolean passable) {
        return line(grant, target, now, language, "grant.mine.", "", null, passable);
    }

    private static GrantLine line(
            AccessGrant grant,
            Target target,
            Instant now,
            Locale language,
            String keys,
            String holder,
            @Nullable String givenBy,
            boolean passable) {
        boolean over = grant.over(now);
        GrantTerms terms = grant.terms();
        Moment until = terms.until()
                .map(end -> Moment.of(end, target.zone(), now, language))
                .orElse(null);
        return new GrantLine(
                grant.id().toString(),
                sentence(terms, target, now, language, keys + (over ? "could" : "may"), holder),
                terms.reason(),
                over,
                !over
                        && terms.until()
                                .filter(end -> end.isBefore(now.plus(SOON)))
                                .isPresent(),
                passable,
                grant.under().isPresent(),
                givenBy,
                Moment.of(grant.givenAt(), target.zone(), now, language),
                until);
    }

    private static Sentence sentence(
            GrantTerms terms, Target target, Instant now, Locale language, String key, String holder) {
        Sentence sentence =
                Sentence.of(language, key, List.of(holder, actions(terms.actions(), language), target.name()));
        if (terms.hours().isPresent()) {
            sentence = sentence.and(
                    language, "grant.part.hours", hours(terms.hours().get(), target, language));
        }
        if (terms.from().filter(now::isBefore).isPresent()) {
            sentence =
                    sentence.and(language, "grant.part.from", words(terms.from().get(), target, now, language));
        }
        if (terms.until().isEmpty()) {
            return sentence.and(language, "grant.part.open", "");
        }
        boolean over = !terms.until().get().isAfter(now);
        return sentence.and(
                language,
                over ? "grant.part.over" : "grant.part.until",
                words(terms.until().get(), target, now, language));
    }

    private static String words(Instant at, Target target, Instant now, Locale language) {
        return Moment.of(at, target.zone(), now, language).words();
    }

    /** With their zone where it is not the one in which everything else of the target is read. */
    private static String hours(WeeklyHours hours, Target target, Locale language) {
        String words = HoursText.words(hours, language);
        return hours.zone().equals(target.zone())
                ? words
                : words + " (" + hours.zone().getId() + ")";
    }

    private static String actions(Set<Action> actions, Locale language) {
        String together = actions.stream().sorted().map(Action::name).collect(Collectors.joining("."));
        return Messages.text(language, "grant.may." + together);
    }
}
