package io.vedette.lab.clip;

import java.awt.Color;
import java.awt.Rectangle;
import java.time.Duration;

/**
 * One planned crossing: who walks where and when. Pixels of the main picture, 1280x720; the feet move on a level line.
 *
 * @param start when the figure is at {@code fromX}, counted from the start of the loop
 * @param end when it is at {@code toX}
 * @param window the part of the picture in which the figure can be seen at all, as through a gate
 * @param height from the soles to the crown
 */
record Walk(
        String name,
        Duration start,
        Duration end,
        double fromX,
        double toX,
        double feetY,
        double height,
        Rectangle window,
        Color coat,
        Color trousers) {

    boolean coversPosition(Duration position) {
        return position.compareTo(start) >= 0 && position.compareTo(end) < 0;
    }

    private double share(Duration position) {
        return (double) position.minus(start).toMillis() / end.minus(start).toMillis();
    }

    double xAt(Duration position) {
        return fromX + (toX - fromX) * share(position);
    }

    /** The angle of the legs' swing, in radians; two steps to the body's height. */
    double gaitAt(Duration position) {
        return (xAt(position) - fromX) / height * 2 * Math.PI;
    }

    /** What is to be seen of the figure; empty when nothing is. */
    Rectangle boxAt(Duration position) {
        if (!coversPosition(position)) {
            return new Rectangle();
        }
        Rectangle seen = Figure.box(xAt(position), feetY, height).intersection(window);
        return seen.isEmpty() ? new Rectangle() : seen;
    }
}
