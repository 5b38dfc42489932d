package io.vedette.lab.clip;

import java.awt.Rectangle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in a clip, as {@code truth.json} says it. Times are milliseconds from the start of the loop; the picture size is that of
 * the main stream.
 *
 * @param lightSwitchMs when the lamp goes on; nobody is in the picture within eight seconds of it in the yard of one minute
 */
public record ClipTruth(
        int version, long loopMs, long frameMs, int width, int height, List<Crossing> crossings, long lightSwitchMs) {
    public ClipTruth {
        crossings = List.copyOf(crossings);
    }

    public Duration loop() {
        return Duration.ofMillis(loopMs);
    }

    static ClipTruth of(ClipPlan plan) {
        return new ClipTruth(
                ClipPlan.VERSION,
                plan.loop().toMillis(),
                plan.positionOf(1).toMillis(),
                ClipPlan.WIDTH,
                ClipPlan.HEIGHT,
                plan.walks().stream()
                        .flatMap(walk -> crossing(plan, walk).stream())
                        .toList(),
                plan.lightSwitch().toMillis());
    }

    private static Optional<Crossing> crossing(ClipPlan plan, Walk walk) {
        List<Crossing.Box> boxes = new ArrayList<>();
        for (int frame = 0; frame < plan.frames(); frame++) {
            Duration position = plan.positionOf(frame);
            Rectangle seen = walk.boxAt(position).intersection(new Rectangle(ClipPlan.WIDTH, ClipPlan.HEIGHT));
            if (!seen.isEmpty()) {
                boxes.add(new Crossing.Box(position.toMillis(), seen.x, seen.y, seen.width, seen.height));
            }
        }
        return boxes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Crossing(
                        walk.name(),
                        boxes.getFirst().atMs(),
                        boxes.getLast().atMs() + plan.positionOf(1).toMillis(),
                        boxes));
    }
}
