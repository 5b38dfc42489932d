package io.vedette.agent.motion;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of the picture in which motion is looked for.
 *
 * @param name for people; at most 40 characters, not empty
 * @param sensitivity 1 to 100; 50 is the usual, 100 needs a quarter of the change, 1 about four times as much
 * @param minimumSize what moves must cover so much of the picture, 0 to 0.5; judged by whole blocks, each 1/240 of it
 */
public record Region(String name, Polygon outline, int sensitivity, double minimumSize) {
    public static final int USUAL_SENSITIVITY = 50;
    public static final Region WHOLE_PICTURE = new Region(
            "picture",
            new Polygon(List.of(
                    new Polygon.Point(0, 0),
                    new Polygon.Point(1, 0),
                    new Polygon.Point(1, 1),
                    new Polygon.Point(0, 1))),
            USUAL_SENSITIVITY,
            0);

    private static final int LONGEST_NAME = 40;

    /** @throws IllegalArgumentException with a sentence that says what is wrong with it */
    public Region {
        List<String> faults = faults(name, sensitivity, minimumSize);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", faults));
        }
    }

    /** What keeps a region from being made of these, each a sentence about it. */
    public static List<String> faults(String name, int sensitivity, double minimumSize) {
        List<String> faults = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            faults.add("takes a name of 1 to " + LONGEST_NAME + " characters.");
        }
        if (sensitivity < 1 || sensitivity > 100) {
            faults.add("takes a sensitivity from 1 to 100.");
        }
        if (!(minimumSize >= 0 && minimumSize <= 0.5)) {
            faults.add("takes a minimumSize from 0 to 0.5 of the picture.");
        }
        return faults;
    }

    /** What a threshold is multiplied by. */
    double threshold() {
        return Math.pow(4, (USUAL_SENSITIVITY - sensitivity) / 50.0);
    }
}
