package io.vedette.hub.analysis;

/**
 * Where in the picture, at one moment: shares of its width and height from its upper left, to six decimals. Never outside, never
 * without an area.
 *
 * @param atMs from the recording's first picture
 */
public record Box(long atMs, double x, double y, double width, double height) {
    private static final double STEPS = 1_000_000;
    /** What a share may be too large by: an engine's own rounding. */
    private static final double SLACK = 0.001;

    public Box {
        double right = edge(x + width);
        double bottom = edge(y + height);
        x = edge(x);
        y = edge(y);
        width = rounded(right - x);
        height = rounded(bottom - y);
        if (width <= 0 || height <= 0 || atMs < 0) {
            throw new IllegalArgumentException("a box has an area and a moment");
        }
    }

    /**
     * The same of a box in pixels.
     *
     * @param frame the picture in which they are counted
     */
    public static Box ofPixels(long atMs, double x, double y, double width, double height, Frame frame) {
        return new Box(atMs, x / frame.width(), y / frame.height(), width / frame.width(), height / frame.height());
    }

    private static double edge(double share) {
        if (!(share >= -SLACK && share <= 1 + SLACK)) {
            throw new IllegalArgumentException("a box lies within the picture");
        }
        return rounded(Math.clamp(share, 0, 1));
    }

    private static double rounded(double share) {
        return Math.round(share * STEPS) / STEPS;
    }
}
