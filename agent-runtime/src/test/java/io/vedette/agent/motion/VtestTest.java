package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vedette.lab.reader.Footage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Real people, filmed by others: OpenCV's {@code vtest.avi}, 80 s of a path that somebody walks nearly all the time.
 */
class VtestTest {
    private static final Path FILM = Path.of("/usr/share/doc/opencv-doc/examples/data/vtest.avi");

    private record Watched(int seconds, long moved) {}

    private static Watched watch(MotionAreas areas) throws Exception {
        boolean[] moved = new boolean[200];
        int[] last = {0};
        try (ShownTo watcher = new ShownTo(areas)) {
            Footage.play(FILM, (luma, width, height, stride, nanos) -> {
                last[0] = (int) (nanos / 1_000_000_000L);
                moved[last[0]] |= watcher.sees(luma, width, height, stride, nanos);
            });
        }
        long count = 0;
        for (boolean one : moved) {
            count += one ? 1 : 0;
        }
        return new Watched(last[0] + 1, count);
    }

    private static Region box(String name, double left, double top, double right, double bottom) {
        return new Region(
                name,
                new Polygon(List.of(
                        new Polygon.Point(left, top),
                        new Polygon.Point(right, top),
                        new Polygon.Point(right, bottom),
                        new Polygon.Point(left, bottom))),
                Region.USUAL_SENSITIVITY,
                0);
    }

    @Test
    void thePeopleOnThePathAreSeenNearlyAllTheTime() throws Exception {
        assumeTrue(
                Files.exists(FILM), "not looked at: vtest.avi comes with Debian's opencv-doc, which is not installed");

        Watched all = watch(MotionAreas.WHOLE_PICTURE);

        assertThat(all.seconds()).isBetween(70, 90);
        assertThat(all.moved()).isGreaterThan(all.seconds() * 17L / 20);
    }

    @Test
    void whereNobodyWalksNothingIsSaid() throws Exception {
        assumeTrue(
                Files.exists(FILM), "not looked at: vtest.avi comes with Debian's opencv-doc, which is not installed");

        Watched quiet = watch(new MotionAreas(
                List.of(box("lawn", 0, 0.76, 0.14, 1), box("front of the house", 0.41, 0, 0.64, 0.16)), List.of()));

        assertThat(quiet.moved()).isZero();
    }
}
