package io.vedette.agent.recording;

import io.vedette.contracts.link.EventBody.Delivery;
import java.time.Duration;

/**
 * What a recording of motion looks like.
 *
 * @param preRoll at least this much before the motion; it begins with the key frame before that
 * @param postRoll at least this much after the last motion; it ends before the key frame after that
 * @param longest lasting motion is split into recordings of about this length
 */
public record RecordingSettings(Duration preRoll, Duration postRoll, Duration longest, Delivery delivery) {
    public RecordingSettings {
        if (preRoll.isNegative() || postRoll.isNegative() || longest.compareTo(Duration.ofSeconds(5)) < 0) {
            throw new IllegalArgumentException("rolls are not negative, and a recording may last 5 s at least");
        }
        // The pre-roll is kept in memory, at some hundred KB for each second.
        if (preRoll.compareTo(Duration.ofSeconds(15)) > 0) {
            throw new IllegalArgumentException("a pre-roll above 15 s does not fit into the agent's memory");
        }
    }

    /** 3 s before, 3 s after, 60 s at most. */
    public static RecordingSettings usual(Delivery delivery) {
        return new RecordingSettings(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(60), delivery);
    }
}
