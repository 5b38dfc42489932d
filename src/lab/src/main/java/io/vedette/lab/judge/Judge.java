package io.vedette.lab.judge;

import io.vedette.lab.scene.Labelled;
import io.vedette.lab.scene.MadeScene;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Holds moments of motion against labels. */
public final class Judge {
    /** Some of the figure shows before its middle does, and a background needs a moment to close behind it. */
    private static final Duration BEFORE = Duration.ofMillis(500);

    private static final Duration AFTER = Duration.ofSeconds(1);
    private static final Duration ONE_ALARM = Duration.ofSeconds(5);

    private Judge() {}

    /** Shows a made scene from begin to end. */
    public static Verdict over(MadeScene scene, Watcher watcher) {
        byte[] luma = new byte[MadeScene.WIDTH * MadeScene.HEIGHT];
        ByteBuffer shown = ByteBuffer.allocateDirect(luma.length);
        List<Duration> moments = new ArrayList<>();
        for (int frame = 0; frame < scene.frames(); frame++) {
            long taken = scene.nanos(frame);
            scene.draw(frame, luma);
            shown.clear().put(luma).flip();
            if (watcher.sees(shown, MadeScene.WIDTH, MadeScene.HEIGHT, taken)) {
                moments.add(Duration.ofNanos(taken));
            }
        }
        return judge(scene.length(), scene.labels(), moments);
    }

    /**
     * @param moments of motion, in order, counted from the scene's begin as the labels are
     */
    public static Verdict judge(Duration watched, List<Labelled> labels, List<Duration> moments) {
        List<Labelled> found = new ArrayList<>();
        List<Labelled> missed = new ArrayList<>();
        List<Duration> delays = new ArrayList<>();
        for (Labelled label : labels) {
            moments.stream()
                    .filter(moment -> explains(label, moment))
                    .findFirst()
                    .ifPresentOrElse(
                            first -> {
                                found.add(label);
                                Duration delay = first.minus(label.start());
                                delays.add(delay.isNegative() ? Duration.ZERO : delay);
                            },
                            () -> missed.add(label));
        }
        List<Duration> alarms = new ArrayList<>();
        Duration last = null;
        for (Duration moment : moments) {
            if (labels.stream().noneMatch(label -> explains(label, moment))) {
                if (last == null || moment.minus(last).compareTo(ONE_ALARM) > 0) {
                    alarms.add(moment);
                }
                last = moment;
            }
        }
        return new Verdict(watched, found, missed, delays, alarms);
    }

    private static boolean explains(Labelled label, Duration moment) {
        return moment.compareTo(label.start().minus(BEFORE)) >= 0
                && moment.compareTo(label.end().plus(AFTER)) <= 0;
    }
}
