package io.vedette.agent.recording;

import io.vedette.agent.config.RecordingRules;
import io.vedette.contracts.link.EventBody.Delivery;
import java.time.Duration;

/**
 * What a recording looks like.
 *
 * @param rules what makes one, and when
 * @param preRoll at least this much before what is wanted; it begins with the key frame before that
 * @param postRoll at least this much after what is wanted; it ends before the key frame after that
 */
public record RecordingSettings(RecordingRules rules, Duration preRoll, Duration postRoll, Delivery delivery) {
    public RecordingSettings {
        if (preRoll.isNegative() || postRoll.isNegative() || rules.longest().compareTo(Duration.ofSeconds(5)) < 0) {
            throw new IllegalArgumentException("rolls are not negative, and a recording may last 5 s at least");
        }
        // The pre-roll is kept in memory, at some hundred KB for each second.
        if (preRoll.compareTo(Duration.ofSeconds(15)) > 0) {
            throw new IllegalArgumentException("a pre-roll above 15 s does not fit into the agent's memory");
        }
    }

    /** What moves, 3 s before, 3 s after, 60 s at most. */
    public static RecordingSettings usual(Delivery delivery) {
        return new RecordingSettings(RecordingRules.USUAL, Duration.ofSeconds(3), Duration.ofSeconds(3), delivery);
    }
}
