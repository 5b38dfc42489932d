package io.vedette.lab.clip;

import java.awt.Color;
import java.awt.Rectangle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The yard on a busy day, for measuring how soon motion is found: somebody is in sight for 0.3, 0.5, 1 or 5 s, at random times
 * and places, with 4 to 9 s of rest between.
 */
public final class HurriedYard {
    private static final Duration LOOP = Duration.ofSeconds(100);
    /** Detectors learn the scene first. */
    private static final long QUIET_FIRST_MS = 8000;

    private static final List<Long> LENGTHS_MS = List.of(300L, 500L, 1000L, 5000L);
    private static final Color COAT = new Color(176, 52, 44);
    private static final Color TROUSERS = new Color(44, 62, 110);

    private HurriedYard() {}

    /**
     * A hundred seconds, which is what the clock in the picture can count; another group is also another draw.
     *
     * @param group from key frame to key frame
     */
    public static ClipPlan plan(Duration group) {
        long last = LOOP.toMillis();
        return new ClipPlan(
                "hurried-" + group.toMillis(),
                LOOP,
                walks(new Random(group.toMillis()), last - 8000),
                Duration.ofMillis(last - 3000),
                Duration.ofMillis(last - 2000),
                Duration.ofMillis(last - 200),
                ClipPlan.USUAL_RATE,
                group,
                ClipForm.USUAL);
    }

    private static List<Walk> walks(Random random, long untilMs) {
        List<Walk> walks = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        long at = QUIET_FIRST_MS;
        while (true) {
            if (lengths.isEmpty()) {
                lengths.addAll(LENGTHS_MS);
                Collections.shuffle(lengths, random);
            }
            long length = lengths.removeLast();
            at += 100 * random.nextLong(40, 90);
            if (at + length > untilMs) {
                return walks;
            }
            walks.add(walk(random, at, length));
            at += length;
        }
    }

    /** Steps out from behind one thing and behind another; who is in sight for long crosses the whole picture. */
    private static Walk walk(Random random, long atMs, long lengthMs) {
        int width = lengthMs >= 5000 ? ClipPlan.WIDTH : 200 + (int) lengthMs / 5;
        int left = width == ClipPlan.WIDTH ? 0 : random.nextInt(100, ClipPlan.WIDTH - width - 100);
        double height = random.nextDouble(110, 250);
        double half = height / 4;
        return new Walk(
                walk(atMs, lengthMs),
                Duration.ofMillis(atMs),
                Duration.ofMillis(atMs + lengthMs),
                left - half,
                left + width + half,
                random.nextDouble(420, 640),
                height,
                new Rectangle(left, 0, width, ClipPlan.HEIGHT),
                COAT,
                TROUSERS);
    }

    private static String walk(long atMs, long lengthMs) {
        return "at " + atMs + " for " + lengthMs;
    }
}
