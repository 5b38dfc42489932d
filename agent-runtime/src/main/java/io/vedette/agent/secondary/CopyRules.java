package io.vedette.agent.secondary;

import io.vedette.agent.spool.ClosedRecording;
import java.time.Duration;

/**
 * What is copied.
 *
 * @param after how long the hub has time to take a recording; what it took is not copied
 * @param everything each recording is copied at once, whether or not the hub takes it
 */
public record CopyRules(Duration after, boolean everything) {
    /** How long it still is until its turn; nothing or less when that has come. */
    Duration wait(ClosedRecording recording) {
        return everything ? Duration.ZERO : after.minus(recording.age());
    }

    boolean wants(ClosedRecording recording) {
        return everything || !recording.stored();
    }
}
