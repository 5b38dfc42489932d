package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Subject;
import io.vedette.hub.platform.persistence.StorableText;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A grant somebody wants to give. */
public record GrantWish(Subject subject, What what, Set<Action> actions, Optional<Instant> until, String reason) {
    public static final int LONGEST_REASON = 200;

    public GrantWish {
        actions = Set.copyOf(actions);
        reason = reason.strip();
        if (actions.isEmpty()) {
            throw new IllegalArgumentException("a grant allows at least one thing");
        }
        if (!StorableText.fits(reason)) {
            throw new IllegalArgumentException("a reason has characters that cannot be kept");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason has at most 200 characters");
        }
    }

    /** What a grant is about. */
    public sealed interface What {}

    public record OneCamera(CameraId camera) implements What {}

    public record WholeGroup(GroupId group) implements What {}
}
