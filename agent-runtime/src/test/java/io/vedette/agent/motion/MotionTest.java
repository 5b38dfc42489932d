package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Made pictures of a wall with some texture, ten a second, through the real detector. */
class MotionTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final long STEP = 100_000_000L;

    private final MotionDetector detector = ShownTo.detector(MotionAreas.WHOLE_PICTURE);
    private final Random random = new Random(5);
    private final byte[] wall = wall(3);
    private int picture;

    @AfterEach
    void close() {
        detector.close();
    }

    private interface Scene {
        int pixel(int x, int y, int wall);
    }

    /** Shows the scene for so many pictures, with noise, and returns the numbers of those with motion. */
    private List<Integer> show(int pictures, double noise, Scene scene) {
        List<Integer> moved = new ArrayList<>();
        ByteBuffer luma = ByteBuffer.allocateDirect(WIDTH * HEIGHT);
        for (int i = 0; i < pictures; i++, picture++) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    int at = y * WIDTH + x;
                    double value = scene.pixel(x, y, wall[at] & 0xff) + noise * random.nextGaussian();
                    luma.put(at, (byte) Math.clamp(Math.round(value), 0, 255));
                }
            }
            var look = detector.look(new LumaPicture(luma, WIDTH, HEIGHT, WIDTH, picture * STEP));
            if (look.isPresent() && look.get().motion()) {
                moved.add(picture);
            }
        }
        return moved;
    }

    private static byte[] wall(int seed) {
        byte[] made = new byte[WIDTH * HEIGHT];
        Random texture = new Random(seed);
        for (int y = 0; y < HEIGHT; y += 8) {
            for (int x = 0; x < WIDTH; x += 8) {
                byte stone = (byte) (70 + texture.nextInt(60));
                for (int dy = 0; dy < 8; dy++) {
                    java.util.Arrays.fill(made, (y + dy) * WIDTH + x, (y + dy) * WIDTH + x + 8, stone);
                }
            }
        }
        return made;
    }

    @Test
    void noiseIsNoMotion() {
        assertThat(show(120, 8, (x, y, w) -> w)).isEmpty();
    }

    @Test
    void aLightThatGoesOnIsNoMotion() {
        assertThat(show(60, 4, (x, y, w) -> w)).isEmpty();

        assertThat(show(80, 4, (x, y, w) -> w + w * x / WIDTH + 10)).isEmpty();
    }

    @Test
    void aCameraThatIsTurnedAwayIsNoMotion() {
        show(60, 4, (x, y, w) -> w);
        byte[] elsewhere = wall(4);

        assertThat(show(40, 4, (x, y, w) -> elsewhere[y * WIDTH + x] & 0xff)).isEmpty();
    }

    @Test
    void aFigureThatWalksIsMotionSoonAndUntilItIsGone() {
        show(60, 4, (x, y, w) -> w);
        int enters = picture;
        List<Integer> moved = new ArrayList<>();
        for (int step = 0; step < 30; step++) {
            int left = 40 + step * 18;
            moved.addAll(show(1, 4, (x, y, w) -> x >= left && x < left + 26 && y >= 160 && y < 240 ? 30 : w));
        }
        List<Integer> after = show(40, 4, (x, y, w) -> w);

        assertThat(moved.getFirst() - enters).as("pictures until it is seen").isLessThanOrEqualTo(4);
        assertThat(moved.getLast() - enters).isGreaterThanOrEqualTo(26);
        assertThat(after).allSatisfy(number -> assertThat(number - enters).isLessThan(40));
    }

    @Test
    void aRunnerWhoIsNeverTwiceInTheSamePlaceIsMotion() {
        show(60, 4, (x, y, w) -> w);
        List<Integer> moved = new ArrayList<>();
        for (int step = 0; step < 5; step++) {
            int left = 200 + step * 40;
            moved.addAll(show(1, 4, (x, y, w) -> x >= left && x < left + 26 && y >= 160 && y < 240 ? 30 : w));
        }
        moved.addAll(show(5, 4, (x, y, w) -> w));

        assertThat(moved).isNotEmpty();
    }

    @Test
    void rainIsNoMotion() {
        Random drops = new Random(9);
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            double[] streaks = streaks(drops);
            moved.addAll(show(1, 2, (x, y, w) -> (int) (w + (190 - w) * streaks[y * WIDTH + x])));
        }

        assertThat(moved).isEmpty();
    }

    /** Other ones in each picture, some near, wide and faint. */
    private static double[] streaks(Random drops) {
        double[] wet = new double[WIDTH * HEIGHT];
        for (int i = 0; i < 200; i++) {
            int wide = i % 40 == 0 ? 4 : 1;
            double strength = wide > 1 ? 0.35 : 0.5;
            int left = drops.nextInt(WIDTH - wide);
            int top = drops.nextInt(HEIGHT);
            for (int y = top; y < Math.min(HEIGHT, top + 20 * wide); y++) {
                java.util.Arrays.fill(wet, y * WIDTH + left, y * WIDTH + left + wide, strength);
            }
        }
        return wet;
    }

    @Test
    void aThingThatIsPutDownStopsBeingMotion() {
        show(60, 4, (x, y, w) -> w);
        Scene parked = (x, y, w) -> x >= 200 && x < 280 && y >= 160 && y < 220 ? 20 + (x + y) % 9 * 12 : w;
        int from = picture;

        List<Integer> moved = show(100, 4, parked);

        assertThat(moved).allSatisfy(number -> assertThat(number - from).isLessThan(10));
    }
}
