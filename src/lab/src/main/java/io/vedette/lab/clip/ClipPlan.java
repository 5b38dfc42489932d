package io.vedette.lab.clip;

import java.awt.Color;
import java.awt.Rectangle;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happens in a loop, and when. Times count from the start of the loop; a loop is a whole number of groups of pictures.
 *
 * @param name names the folder the clip is kept in
 * @param lightSwitch the moment at which the lamp goes on, with nobody in the picture
 * @param dimFrom from here to {@code dimTo} the lamp fades, so slowly that only the switching on is an event
 * @param mainBitsPerSecond of the main stream's video
 * @param group from key frame to key frame
 * @param form how pictures and sound are encoded
 */
public record ClipPlan(
        String name,
        Duration loop,
        List<Walk> walks,
        Duration lightSwitch,
        Duration dimFrom,
        Duration dimTo,
        int mainBitsPerSecond,
        Duration group,
        ClipForm form) {
    /** Counts up whenever any picture of any plan changes: clips of another version are made anew. */
    static final int VERSION = 2;

    /** Plans are drawn in these pixels, whatever size is filmed. */
    static final int WIDTH = 1280;

    static final int HEIGHT = 720;

    static final int USUAL_RATE = 1_500_000;
    private static final Duration USUAL_GROUP = Duration.ofSeconds(2);
    /** Of the clock in the picture. */
    private static final int TENTH_MILLIS = 100;

    private static final Rectangle EVERYWHERE = new Rectangle(0, 0, WIDTH, HEIGHT);
    private static final Rectangle GATE = new Rectangle(706, 250, 150, 270);
    private static final Color RED = new Color(176, 52, 44);
    private static final Color BLUE = new Color(44, 62, 110);
    private static final Color SAND = new Color(206, 190, 150);
    private static final Color SOOT = new Color(34, 34, 38);

    public ClipPlan {
        walks = List.copyOf(walks);
        if (loop.toMillis() % group.toMillis() != 0 || loop.toMillis() / TENTH_MILLIS > ClockCode.limit()) {
            throw new IllegalArgumentException("a loop of " + loop + " does not fit groups of pictures and clock");
        }
    }

    /**
     * One minute: three crossings (near, far and dark, and one of a second at the gate), each starting just after the key frame
     * that a pre-roll of three seconds reaches back to, so that a recorder with pre- and post-roll keeps little more than half.
     */
    public static ClipPlan yard() {
        return new ClipPlan(
                "yard",
                Duration.ofSeconds(60),
                List.of(
                        near("near", 5000, 10_000),
                        new Walk(
                                "far",
                                Duration.ofMillis(29_000),
                                Duration.ofMillis(33_000),
                                1310,
                                660,
                                432,
                                112,
                                new Rectangle(706, 250, WIDTH - 706, 270),
                                SOOT,
                                SOOT),
                        atGate("gate", 45_000, 46_000)),
                Duration.ofMillis(19_500),
                Duration.ofSeconds(48),
                Duration.ofSeconds(58),
                USUAL_RATE,
                USUAL_GROUP,
                ClipForm.USUAL);
    }

    /** Six seconds with one crossing, for tests that must see a loop end. */
    public static ClipPlan glimpse() {
        return new ClipPlan(
                "glimpse",
                Duration.ofSeconds(6),
                List.of(near("near", 1000, 3000)),
                Duration.ofSeconds(4),
                Duration.ofMillis(4500),
                Duration.ofMillis(5900),
                USUAL_RATE,
                USUAL_GROUP,
                ClipForm.USUAL);
    }

    /** The same six seconds at 4 Mbit/s: more than the buffers between two programs hide for long. */
    public static ClipPlan torrent() {
        ClipPlan calm = glimpse();
        return new ClipPlan(
                "torrent",
                calm.loop(),
                calm.walks(),
                calm.lightSwitch(),
                calm.dimFrom(),
                calm.dimTo(),
                4_000_000,
                USUAL_GROUP,
                ClipForm.USUAL);
    }

    static ClipPlan named(String name) {
        return Stream.of(yard(), glimpse(), torrent())
                .filter(plan -> plan.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no plan is called " + name));
    }

    /** The same pictures and sound in another form. */
    public ClipPlan in(ClipForm other) {
        return new ClipPlan(name, loop, walks, lightSwitch, dimFrom, dimTo, mainBitsPerSecond, group, other);
    }

    /** The same with another rate of bits for the main stream's video. */
    public ClipPlan at(int bitsPerSecond) {
        String other = name + "-" + bitsPerSecond / 1000 + "k";
        return new ClipPlan(other, loop, walks, lightSwitch, dimFrom, dimTo, bitsPerSecond, group, form);
    }

    private static Walk near(String name, long startMs, long endMs) {
        return new Walk(
                name,
                Duration.ofMillis(startMs),
                Duration.ofMillis(endMs),
                -70,
                WIDTH + 70,
                640,
                250,
                EVERYWHERE,
                RED,
                BLUE);
    }

    private static Walk atGate(String name, long startMs, long endMs) {
        return new Walk(
                name,
                Duration.ofMillis(startMs),
                Duration.ofMillis(endMs),
                GATE.x - 35,
                GATE.getMaxX() + 35,
                440,
                130,
                GATE,
                SAND,
                BLUE);
    }

    int frames() {
        return pictures(loop);
    }

    /** How many pictures are filmed in that time. */
    int pictures(Duration time) {
        return (int) (time.toMillis() * form.raster().picturesPerSecond() / 1000);
    }

    /** When a picture is filmed, counted from 0. */
    Duration positionOf(int frame) {
        return Duration.ofSeconds(frame).dividedBy(form.raster().picturesPerSecond());
    }

    /** How bright the lamp is, 0 to 1. */
    double lampAt(Duration position) {
        if (position.compareTo(lightSwitch) < 0 || position.compareTo(dimTo) >= 0) {
            return 0;
        }
        if (position.compareTo(dimFrom) < 0) {
            return 1;
        }
        double all = dimTo.minus(dimFrom).toMillis();
        return dimTo.minus(position).toMillis() / all;
    }
}
