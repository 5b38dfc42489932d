package io.vedette.hub.cameras;

import io.vedette.hub.platform.persistence.StorableText;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What can change about a grant: what it allows, until when, and why. */
public record GrantTerms(Set<Action> actions, Optional<Instant> until, String reason) {
    public GrantTerms {
        actions = Set.copyOf(actions);
        reason = reason.strip();
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("a grant allows at least one thing");
        }
        if (!StorableText.fits(reason)) {
            throw new IllegalArgumentException("a reason has characters that cannot be kept");
        }
        if (reason.length() > GrantWish.LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has at most 200 characters");
        }
    }
}
