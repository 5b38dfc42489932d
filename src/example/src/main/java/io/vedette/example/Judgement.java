package io.vedette.example;

import io.vedette.example.AnalysisPost.Box;
import io.vedette.example.AnalysisPost.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a handful of pictures: whether it is dark or bright, and whether something is elsewhere than in the
 * picture before. No more than that can honestly be said of brightness; a program that knows people and cars takes its place here.
 */
final class Judgement {
    private static final double DARK = 60;
    private static final int CHANGED = 18;
    private static final int FEWEST_CELLS = 2;
    /** More of the picture than this changes when a lamp is switched, not when somebody walks. */
    private static final double MOST = 0.6;

    private Judgement() {}

    static List<Detection> of(List<Glance> glances) {
        List<Detection> seen = new ArrayList<>();
        light(glances, seen);
        motion(glances, seen);
        return seen;
    }

    /** One for each stretch of the same light. */
    private static void light(List<Glance> glances, List<Detection> seen) {
        int begin = 0;
        for (int i = 1; i <= glances.size(); i++) {
            if (i == glances.size() || dark(glances.get(i)) != dark(glances.get(begin))) {
                List<Glance> stretch = glances.subList(begin, i);
                double light = stretch.stream()
                        .mapToDouble(Glance::brightness)
                        .average()
                        .orElse(DARK);
                seen.add(new Detection(
                        dark(stretch.getFirst()) ? "dark" : "bright",
                        Math.min(1, 0.5 + Math.abs(light - DARK) / DARK / 2),
                        stretch.getFirst().atMs(),
                        stretch.getLast().atMs(),
                        null));
                begin = i;
            }
        }
    }

    private static boolean dark(Glance glance) {
        return glance.brightness() < DARK;
    }

    /** One for each stretch without a still pair of pictures, with a box where most of it was. */
    private static void motion(List<Glance> glances, List<Detection> seen) {
        @Nullable Detection open = null;
        for (int i = 1; i < glances.size(); i++) {
            Optional<Box> where = changed(glances.get(i - 1), glances.get(i));
            if (where.isEmpty()) {
                add(open, seen);
                open = null;
            } else {
                Box box = where.get();
                double sure = Math.min(1, 0.5 + box.width() * box.height() * 2);
                long end = glances.get(i).atMs();
                open = open == null
                        ? new Detection("moving", sure, glances.get(i - 1).atMs(), end, box)
                        : longer(open, sure, end, box);
            }
        }
        add(open, seen);
    }

    private static Detection longer(Detection open, double sure, long end, Box box) {
        boolean better = sure > open.confidence();
        return new Detection(
                open.label(), better ? sure : open.confidence(), open.fromMs(), end, better ? box : open.box());
    }

    private static void add(@Nullable Detection open, List<Detection> seen) {
        if (open != null) {
            seen.add(open);
        }
    }

    /** Around the cells that are lighter or darker than before; empty when nothing moved, or the light as a whole changed. */
    private static Optional<Box> changed(Glance before, Glance now) {
        int left = Glance.COLUMNS;
        int right = -1;
        int top = Glance.ROWS;
        int bottom = -1;
        int count = 0;
        for (int row = 0; row < Glance.ROWS; row++) {
            for (int column = 0; column < Glance.COLUMNS; column++) {
                if (Math.abs(now.at(column, row) - before.at(column, row)) >= CHANGED) {
                    count++;
                    left = Math.min(left, column);
                    right = Math.max(right, column);
                    top = Math.min(top, row);
                    bottom = Math.max(bottom, row);
                }
            }
        }
        if (count < FEWEST_CELLS || count > MOST * Glance.COLUMNS * Glance.ROWS) {
            return Optional.empty();
        }
        return Optional.of(new Box(
                (double) left / Glance.COLUMNS,
                (double) top / Glance.ROWS,
                (double) (right + 1 - left) / Glance.COLUMNS,
                (double) (bottom + 1 - top) / Glance.ROWS,
                now.atMs()));
    }
}
