package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A grant somebody wants to give. */
public record GrantWish(Subject subject, What what, Set<Action> actions, Optional<Instant> until, String reason) {
    public static final int LONGEST_REASON = 200;

    public GrantWish {
        var terms = new GrantTerms(actions, until, reason);
        actions = terms.actions();
        reason = terms.reason();
    }

    /** What a grant is about. */
    public sealed interface What {}

    public record OneCamera(CameraId camera) implements What {}

    public record WholeGroup(GroupId group) implements What {}
}
