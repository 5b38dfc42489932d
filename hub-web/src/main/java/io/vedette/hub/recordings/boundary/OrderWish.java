package io.vedette.hub.recordings.boundary;

import io.vedette.hub.recordings.control.OrderRecording;
import java.time.Duration;

/**
 * For how long a program wants a camera recorded.
 *
 * @param minutes 1 to 60
 */
public record OrderWish(int minutes) {
    public OrderWish {
        minutes(minutes);
    }

    Duration length() {
        return minutes(minutes);
    }

    /** @throws IllegalArgumentException when no order may last so long */
    static Duration minutes(int minutes) {
        if (minutes < 1 || minutes > OrderRecording.LONGEST.toMinutes()) {
            throw new IllegalArgumentException(
                    "an order lasts 1 to " + OrderRecording.LONGEST.toMinutes() + " minutes");
        }
        return Duration.ofMinutes(minutes);
    }
}
