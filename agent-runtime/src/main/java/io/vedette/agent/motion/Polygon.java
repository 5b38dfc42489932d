package io.vedette.agent.motion;

import java.util.List;

/**
 * A part of the picture, by its corners in order, whatever the picture's size. Its area is not nothing; where its edges
 * cross, what is inside is told by the even-odd rule.
 */
public record Polygon(List<Point> corners) {
    public static final int MOST_CORNERS = 20;
    /** A thousandth of the picture: less is a line, or a slip of the hand. */
    private static final double LEAST_AREA = 0.001;

    /**
     * @param x from the left, 0 to 1 of the picture's width
     * @param y from the top, 0 to 1 of its height
     */
    public record Point(double x, double y) {
        public Point {
            if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
                throw new IllegalArgumentException(
                        "a corner lies outside of the picture: both numbers go from 0 to 1.");
            }
        }
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with it */
    public Polygon {
        corners = List.copyOf(corners);
        if (corners.size() < 3 || corners.size() > MOST_CORNERS) {
            throw new IllegalArgumentException("takes 3 to " + MOST_CORNERS + " corners.");
        }
        if (Math.abs(area(corners)) < LEAST_AREA) {
            throw new IllegalArgumentException("has next to no area; look at the order of its corners.");
        }
    }

    public boolean contains(double x, double y) {
        boolean inside = false;
        for (int i = 0; i < corners.size(); i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % corners.size());
            boolean crosses = a.y > y != b.y > y && x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
            inside ^= crosses;
        }
        return inside;
    }

    /** Half the sum over its edges (the shoelace formula). */
    private static double area(List<Point> corners) {
        double sum = 0;
        for (int i = 0; i < corners.size(); i++) {
            Point a = corners.get(i);
            Point b = corners.get((i + 1) % corners.size());
            sum += a.x * b.y - b.x * a.y;
        }
        return sum / 2;
    }
}
