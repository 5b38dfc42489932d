package io.vedette.hub.recordings.entity;

import io.vedette.hub.access.Subject;
import java.time.Instant;

/**
 * That a recording is not to be deleted, whatever else says that it is.
 *
 * @param name of whoever set it, as it was shown then
 */
public record Hold(Subject by, String name, Instant since, Reason why) {
    private static final int LONGEST_NAME = 200;

    public Hold {
        name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    /** In the words of whoever sets it. */
    public record Reason(String text) {
        public static final int LONGEST = 200;

        public Reason {
            text = text.strip();
            if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("a hold has a reason of 1 to 200 characters");
            }
        }
    }
}
