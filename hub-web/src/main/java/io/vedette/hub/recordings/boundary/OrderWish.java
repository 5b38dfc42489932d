package io.vedette.hub.recordings.boundary;

import io.vedette.hub.recordings.control.OrderRecording;
import java.time.Duration;

/**
 * For how long somebody wants a camera recorded.
 *
 * @param minutes 1 to 60
 */
public record OrderWish(int minutes) {
    public OrderWish {
        if (minutes < 1 || minutes > OrderRecording.LONGEST.toMinutes()) {
            throw new IllegalArgumentException(
                    "an order lasts 1 to " + OrderRecording.LONGEST.toMinutes() + " minutes");
        }
    }

    Duration length() {
        return Duration.ofMinutes(minutes);
    }
}
