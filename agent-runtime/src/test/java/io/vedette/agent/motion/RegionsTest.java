package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A figure that crosses the left half of a wall, ten pictures a second, through the real detector. */
class RegionsTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int EMPTY_PICTURES = 60;
    private static final int CROSSING_PICTURES = 15;

    private static Polygon box(double left, double top, double right, double bottom) {
        return new Polygon(List.of(
                new Polygon.Point(left, top),
                new Polygon.Point(right, top),
                new Polygon.Point(right, bottom),
                new Polygon.Point(left, bottom)));
    }

    private static Region region(String name, Polygon outline) {
        return new Region(name, outline, Region.USUAL_SENSITIVITY, 0);
    }

    private static MotionAreas only(Region... regions) {
        return new MotionAreas(List.of(regions), List.of());
    }

    /** What is told while a figure of that brightness crosses; the wall is 100, a figure is 26 x 80 pixels. */
    private static List<MotionDetector.Look> cross(MotionAreas areas, int figure) {
        List<MotionDetector.Look> moved = new ArrayList<>();
        Random random = new Random(8);
        ByteBuffer luma = ByteBuffer.allocateDirect(WIDTH * HEIGHT);
        try (MotionDetector detector = ShownTo.detector(areas)) {
            for (int picture = 0; picture < EMPTY_PICTURES + CROSSING_PICTURES; picture++) {
                int left = picture < EMPTY_PICTURES ? WIDTH : 40 + (picture - EMPTY_PICTURES) * 16;
                for (int at = 0; at < WIDTH * HEIGHT; at++) {
                    int x = at % WIDTH;
                    int y = at / WIDTH;
                    boolean there = x >= left && x < left + 26 && y >= 160 && y < 240;
                    luma.put(at, (byte) Math.round((there ? figure : 100) + 2 * random.nextGaussian()));
                }
                detector.look(new LumaPicture(luma, WIDTH, HEIGHT, WIDTH, picture * 100_000_000L))
                        .filter(MotionDetector.Look::motion)
                        .ifPresent(moved::add);
            }
        }
        return moved;
    }

    @Test
    void theRegionThatMovedIsTold() {
        Region left = region("left", box(0, 0, 0.5, 1));
        Region right = region("right", box(0.55, 0, 1, 1));

        assertThat(cross(only(left, right), 20)).isNotEmpty().allSatisfy(look -> {
            assertThat(look.regions()).containsExactly("left");
            assertThat(look.moved().isEmpty()).isFalse();
        });
    }

    @Test
    void bothRegionsThatOverlapAreTold() {
        assertThat(cross(only(region("one", box(0, 0, 0.5, 1)), region("two", box(0, 0.3, 1, 0.8))), 20))
                .anySatisfy(look -> assertThat(look.regions()).containsExactly("one", "two"));
    }

    @Test
    void outsideOfEveryRegionNothingIsTold() {
        assertThat(cross(only(region("right", box(0.55, 0, 1, 1))), 20)).isEmpty();
    }

    @Test
    void aMaskIsNeverLookedAtAndTheRestIs() {
        MotionAreas hidden = new MotionAreas(List.of(Region.WHOLE_PICTURE), List.of(box(0, 0.4, 0.5, 0.7)));
        MotionAreas elsewhere = new MotionAreas(List.of(Region.WHOLE_PICTURE), List.of(box(0.5, 0.4, 1, 0.7)));

        assertThat(cross(hidden, 20)).isEmpty();
        assertThat(cross(elsewhere, 20)).isNotEmpty();
    }

    @Test
    void whatIsSmallerThanTheMinimumSizeIsNotTold() {
        Region large = new Region("large", Region.WHOLE_PICTURE.outline(), 50, 0.2);
        Region small = new Region("small", Region.WHOLE_PICTURE.outline(), 50, 0.01);

        assertThat(cross(only(large), 20)).isEmpty();
        assertThat(cross(only(small), 20)).isNotEmpty();
    }

    @Test
    void aSensitiveRegionSeesWhatADullOneDoesNot() {
        Region dull = new Region("dull", Region.WHOLE_PICTURE.outline(), 10, 0);
        Region sensitive = new Region("sensitive", Region.WHOLE_PICTURE.outline(), 90, 0);

        assertThat(cross(only(dull), 88)).isEmpty();
        assertThat(cross(only(sensitive), 88)).isNotEmpty();
    }
}
