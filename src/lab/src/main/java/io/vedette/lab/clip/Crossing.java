package io.vedette.lab.clip;

import java.time.Duration;
import java.util.List;

/**
 * A figure in the picture, from the first frame that shows any part of it to the first that shows none. Times are milliseconds
 * from the start of the loop.
 *
 * @param boxes what is to be seen of the figure in each frame of that time, in order
 */
public record Crossing(String name, long startMs, long endMs, List<Box> boxes) {
    public Crossing {
        boxes = List.copyOf(boxes);
    }

    public Duration duration() {
        return Duration.ofMillis(endMs - startMs);
    }

    /** A rectangle in pixels of the main picture around the visible part of the figure in one frame. */
    public record Box(long atMs, int x, int y, int width, int height) {}
}
