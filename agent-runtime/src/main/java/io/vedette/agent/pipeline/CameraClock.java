package io.vedette.agent.pipeline;

import io.vedette.contracts.link.CameraTime;
import java.time.Duration;

/**
 * How the camera's wall clock stands beside this machine's, as far as the camera's sender reports tell (RFC 3550, section 6.4.1).
 * A label for people; nothing is decided by it.
 *
 * <p>What all packets have in common, the time of encoding and the shortest time on the way, cannot be seen from here: the camera's
 * clock is ahead by that much more.
 *
 * @param ahead of ours, by the packet that came through fastest; negative when it is behind
 * @param within half of the distance between the packets that came through fastest and slowest
 */
public record CameraClock(Duration ahead, Duration within) {
    public CameraClock {
        if (within.isNegative()) {
            throw new IllegalArgumentException("an uncertainty is not negative");
        }
    }

    /** As the hub is told of it. */
    public CameraTime told() {
        return new CameraTime(ahead.toMillis(), within.toMillis());
    }
}
