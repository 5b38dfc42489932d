package io.vedette.lab.scene;

import java.time.Duration;

/**
 * Somebody passes: from the moment the middle of the figure comes into sight until it is out of sight again. Half of the
 * body shows at either moment, and the rest a little before and after.
 *
 * @param start counted from the scene's begin
 * @param height of the figure, as a share of the picture's
 */
public record Labelled(Duration start, Duration end, double height) {
    public Duration length() {
        return end.minus(start);
    }
}
