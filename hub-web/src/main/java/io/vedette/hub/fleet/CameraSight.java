package io.vedette.hub.fleet;

import io.vedette.hub.agents.Agent;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.Site;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A camera with everything around it that its viewer may know. Lives as long as the transaction.
 *
 * @param diskFreePercent of the disk its agent records on; empty while the agent is away
 * @param orderedUntil when it stops recording because somebody asked; in the past when nobody did, empty while the agent is
 *     away
 */
public record CameraSight(
        Camera camera,
        Site site,
        @Nullable CameraGroup inGroup,
        @Nullable Agent inFront,
        Presence presence,
        OptionalInt diskFreePercent,
        Optional<Instant> orderedUntil,
        Set<Action> actions) {

    Standing standing() {
        return new Standing(camera.id(), site.id(), presence.state());
    }

    public Optional<CameraGroup> group() {
        return Optional.ofNullable(inGroup);
    }

    public Optional<Agent> agent() {
        return Optional.ofNullable(inFront);
    }
}
