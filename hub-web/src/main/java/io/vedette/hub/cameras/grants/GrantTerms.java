package io.vedette.hub.cameras.grants;

import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.persistence.StorableText;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What can change about a grant.
 *
 * @param from empty: since it was given
 * @param until empty: until it is taken back
 * @param hours empty: at any time of the week
 * @param passable whether a person who holds it may pass on some of it
 */
public record GrantTerms(
        Set<Action> actions,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<WeeklyHours> hours,
        boolean passable,
        String reason) {
    public static final int LONGEST_REASON = 200;

    public GrantTerms {
        actions = Set.copyOf(actions);
        reason = reason.strip();
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("a grant allows at least one thing");
        }
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("a grant ends after it begins");
        }
        if (!StorableText.fits(reason)) {
            throw new IllegalArgumentException("a reason has characters that cannot be kept");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has at most 200 characters");
        }
    }

    /** At any time, from now on, not to be passed on. */
    public static GrantTerms of(Set<Action> actions, Optional<Instant> until, String reason) {
        return new GrantTerms(actions, Optional.empty(), until, Optional.empty(), false, reason);
    }

    /** Whether these terms allow nothing, at no time, that the others do not allow. */
    public boolean within(GrantTerms others) {
        return others.actions.containsAll(actions)
                && others.from
                        .map(begin -> from.filter(mine -> !mine.isBefore(begin)).isPresent())
                        .orElse(true)
                && others.until
                        .map(end -> until.filter(mine -> !mine.isAfter(end)).isPresent())
                        .orElse(true)
                && others.hours
                        .map(open -> hours.filter(open::cover).isPresent())
                        .orElse(true)
                && (others.passable || !passable);
    }
}
