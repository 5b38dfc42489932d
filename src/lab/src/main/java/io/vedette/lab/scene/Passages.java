package io.vedette.lab.scene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Who passes when: figures of a tenth to half of the picture's height (a tenth is what IEC 62676-4 asks for to detect a
 * person), at random times, places, paces and in random clothes.
 *
 * <p>Labelled is only what somebody before the screen could see: a figure that differs from what is behind it by an eighth of
 * the usual brightness and by four grey levels, and that stands out of the noise by Rose's criterion (twice his five, since
 * part of the noise is in blotches). A draw that fails is drawn again in other clothes and elsewhere.
 */
final class Passages {
    private static final double QUIET_FIRST_SECONDS = 12;
    private static final double LEAST_CONTRAST = 11;
    private static final double LEAST_LEVELS = 4;
    private static final double ROSE = 10;

    private final Place place;
    private final Seeing seeing;
    private final Pace pace;
    private final Random random;
    private final Canvas scratch = new Canvas();

    /**
     * How well is seen.
     *
     * @param gain of the darkest moment
     * @param noise standard deviation in grey levels
     * @param infrared whether part of the scene is seen in infrared
     */
    record Seeing(double gain, double noise, boolean infrared) {}

    Passages(Place place, Seeing seeing, Pace pace, Random random) {
        this.place = place;
        this.seeing = seeing;
        this.pace = pace;
        this.random = random;
    }

    List<Passage> within(double seconds) {
        List<Passage> all = new ArrayList<>();
        List<Double> lengths = new ArrayList<>();
        double at = QUIET_FIRST_SECONDS + 10 * random.nextDouble();
        while (at < seconds - 8) {
            if (lengths.isEmpty()) {
                Arrays.stream(pace.lengths()).forEach(lengths::add);
                Collections.shuffle(lengths, random);
            }
            double length = lengths.removeLast();
            all.add(visible(at, length));
            at += length + 8 + 22 * random.nextDouble();
        }
        return all;
    }

    private Passage visible(double at, double length) {
        Passage drawn = draw(at, length);
        while (!isVisible(drawn, false) || seeing.infrared && !isVisible(drawn, true)) {
            drawn = draw(at, length);
        }
        return drawn;
    }

    private Passage draw(double at, double length) {
        double height = 36 * Math.pow(5, random.nextDouble());
        double drawn = pace.draw(random);
        double gap = drawn * height * length;
        double from = gap < Canvas.WIDTH
                ? random.nextDouble() * (Canvas.WIDTH - gap)
                : (Canvas.WIDTH - gap) * random.nextDouble();
        double feet = Math.min(Canvas.HEIGHT - 4.0, place.feetOf(height));
        Duration start = Duration.ofNanos((long) (at * 1e9));
        Labelled label = new Labelled(start, start.plusNanos((long) (length * 1e9)), height / Canvas.HEIGHT);
        return new Passage(
                label, from, from + gap, feet, height, drawn, random.nextBoolean(), Passage.Clothes.random(random));
    }

    private boolean isVisible(Passage passage, boolean infrared) {
        byte[] empty = (infrared ? place.infrared : place.visible).pixels;
        double middle = (passage.label().start().plus(passage.label().end())).toNanos() / 2e9;
        System.arraycopy(empty, 0, scratch.pixels, 0, empty.length);
        passage.paint(scratch, middle, infrared);
        double squares = 0;
        int area = 0;
        for (int i = 0; i < empty.length; i++) {
            int change = (scratch.pixels[i] & 0xff) - (empty[i] & 0xff);
            squares += change * change;
            area += change != 0 ? 1 : 0;
        }
        double contrast = Math.sqrt(squares / Math.max(1, area));
        double levels = contrast * seeing.gain;
        return contrast >= LEAST_CONTRAST
                && levels >= LEAST_LEVELS
                && levels * Math.sqrt(area) / seeing.noise >= ROSE
                && area > passage.height() * passage.height() * 0.04;
    }
}
