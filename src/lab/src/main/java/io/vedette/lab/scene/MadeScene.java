package io.vedette.lab.scene;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One made scene: kind and seed say everything about it, so it is the same each time. Any picture may be drawn without those
 * before it: whoever looks at every third one pays for every third one. One thread.
 */
public final class MadeScene {
    public static final int WIDTH = Canvas.WIDTH;
    public static final int HEIGHT = Canvas.HEIGHT;
    /** Of people at the usual pace. */
    public static final int FRAMES_PER_SECOND = 15;

    private static final int CELL = 16;
    private static final int ACROSS = WIDTH / CELL + 1;

    private final Place place;
    private final Disturbance kind;
    private final long seed;
    private final Duration length;
    private final int framesPerSecond;
    private final Canvas canvas = new Canvas();
    private final Canvas sharp = new Canvas();
    private final Lighting lighting;
    private final @Nullable Tree tree;
    private final @Nullable Rain rain;
    private final Grain grain;
    private final double noise;
    private final List<Passage> passages;
    private final int[] upper = new int[ACROSS];
    private final int[] lower = new int[ACROSS];

    /** People at the usual pace. */
    public MadeScene(Disturbance kind, long seed, Duration length) {
        this(kind, seed, length, Pace.USUAL);
    }

    /** The same place and disturbance for each pace; the people are others. */
    public MadeScene(Disturbance kind, long seed, Duration length, Pace pace) {
        this.framesPerSecond = pace.framesPerSecond();
        this.kind = kind;
        this.seed = seed * 1_000_003 + kind.ordinal();
        this.length = length;
        Random random = new Random(this.seed);
        double seconds = length.toMillis() / 1000.0;
        place = new Place(random.nextLong());
        tree = kind == Disturbance.GUSTS || random.nextBoolean() ? new Tree(place, random.nextLong(), seconds) : null;
        if (tree != null && kind != Disturbance.GUSTS) {
            tree.paint(place.visible, 0, false, false);
            tree.paint(place.infrared, 0, false, true);
        }
        rain = kind == Disturbance.RAIN ? new Rain(random.nextLong()) : null;
        double night = 0.13 + 0.12 * random.nextDouble();
        noise = switch (kind) {
            case NOISE -> 3 + 13 * random.nextDouble();
            case NIGHT -> 4 + 5 * random.nextDouble();
            case IR_CUT, LIGHT_SWITCH -> 3 + 2 * random.nextDouble();
            case CALM, RAIN, GUSTS, LAMP_FLICKER, CLOUDS -> 1.5 + 2 * random.nextDouble();
        };
        grain = new Grain(random.nextLong(), kind == Disturbance.NIGHT ? 0.3 : 0.15);
        boolean patch = random.nextBoolean();
        paintPatch(random);
        lighting = switch (kind) {
            case LIGHT_SWITCH -> Lights.lamp(random, seconds, patch);
            case IR_CUT -> Lights.filter(random, seconds);
            case LAMP_FLICKER -> Lights.flicker(this.seed, random);
            case CLOUDS -> Lights.clouds(random);
            case NIGHT -> Lighting.even(night);
            case CALM, NOISE, RAIN, GUSTS -> Lighting.even(0.7 + 0.4 * random.nextDouble());
        };
        double darkest = switch (kind) {
            case NIGHT -> night;
            case LIGHT_SWITCH -> 0.35;
            case IR_CUT -> 0.45;
            case CALM, NOISE, RAIN, GUSTS, LAMP_FLICKER, CLOUDS -> 0.65;
        };
        passages = new Passages(
                        place,
                        new Passages.Seeing(darkest, noise, kind == Disturbance.IR_CUT),
                        pace,
                        new Random(this.seed + 1))
                .within(seconds);
    }

    /** What a lit window throws on the ground, or a lamp through a door: all or nothing from one pixel to the next. */
    private void paintPatch(Random random) {
        int left = 60 + random.nextInt(340);
        int top = place.horizon + random.nextInt(80);
        int wide = 60 + random.nextInt(160);
        int tall = 40 + random.nextInt(120);
        double lean = random.nextDouble() - 0.5;
        for (int row = top; row < Math.min(HEIGHT, top + tall); row++) {
            double x = left + lean * (row - top);
            sharp.fill(x, row, x + wide, row + 1, 255);
        }
    }

    public Disturbance kind() {
        return kind;
    }

    public Duration length() {
        return length;
    }

    public int frames() {
        return (int) (length.toMillis() * framesPerSecond / 1000);
    }

    /** When a picture is taken, counted from the begin. */
    public long nanos(int frame) {
        return frame * 1_000_000_000L / framesPerSecond;
    }

    /** Everybody who passes, in order. */
    public List<Labelled> labels() {
        return passages.stream().map(Passage::label).toList();
    }

    /** @param luma receives the brightness of that picture, row after row */
    public void draw(int frame, byte[] luma) {
        double seconds = nanos(frame) / 1e9;
        boolean infrared = lighting.infrared(seconds);
        System.arraycopy((infrared ? place.infrared : place.visible).pixels, 0, canvas.pixels, 0, luma.length);
        if (tree != null && kind == Disturbance.GUSTS) {
            tree.paint(canvas, seconds, true, infrared);
        }
        for (Passage passage : passages) {
            if (passage.showsAt(seconds)) {
                passage.paint(canvas, seconds, infrared);
            }
        }
        expose(seconds, new Random(seed ^ frame * 0x9e3779b97f4a7c15L).nextInt(), luma);
        if (rain != null) {
            rain.fall(frame, seconds, luma);
        }
    }

    /** Light, exposure and noise. The light is worked out every 16 pixels and is a straight line in between. */
    private void expose(double seconds, int corner, byte[] luma) {
        byte[] table = grain.table();
        int strength = (int) Math.round(noise / Grain.TABLE * 256);
        int patch = (int) Math.round(lighting.patch(seconds) * 256);
        for (int y = 0; y < HEIGHT; y++) {
            if (y % CELL == 0) {
                light(seconds, y, upper);
                light(seconds, y + CELL, lower);
            }
            int row = Grain.row(corner, y);
            for (int cell = 0; cell < WIDTH / CELL; cell++) {
                int left = upper[cell] * (CELL - y % CELL) + lower[cell] * (y % CELL);
                int right = upper[cell + 1] * (CELL - y % CELL) + lower[cell + 1] * (y % CELL);
                for (int i = 0; i < CELL; i++) {
                    int x = cell * CELL + i;
                    int at = y * WIDTH + x;
                    int gain = left * (CELL - i) + right * i >> 8;
                    if (patch > 0) {
                        gain += patch * (sharp.pixels[at] & 0xff) >> 8;
                    }
                    int value = (canvas.pixels[at] & 0xff) * gain + table[row + x & table.length - 1] * strength;
                    luma[at] = (byte) Math.clamp(value + 128 >> 8, 0, 255);
                }
            }
        }
    }

    private void light(double seconds, int y, int[] row) {
        for (int cell = 0; cell < ACROSS; cell++) {
            row[cell] = (int) Math.round(lighting.gain(seconds, cell * CELL, y) * 256);
        }
    }
}
