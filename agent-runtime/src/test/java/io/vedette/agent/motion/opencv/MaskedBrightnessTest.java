package io.vedette.agent.motion.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.motion.LumaPicture;
import io.vedette.agent.motion.Polygon;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedBrightnessTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    @Test
    void whatIsMaskedMakesNoPlaceDarkerThanItIs() {
        Polygon most = new Polygon(List.of(
                new Polygon.Point(0, 0),
                new Polygon.Point(0.8, 0),
                new Polygon.Point(0.8, 1),
                new Polygon.Point(0, 1)));
        ByteBuffer luma = ByteBuffer.allocateDirect(WIDTH * HEIGHT);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            luma.put(i, (byte) 90);
        }
        try (OpenCvBlockScores scores = new OpenCvBlockScores(List.of(most))) {
            scores.add(new LumaPicture(luma, WIDTH, HEIGHT, WIDTH, 0));

            double[] blocks = scores.score(false, Long.MIN_VALUE).brightness();
            assertThat(Arrays.stream(blocks).boxed())
                    .allSatisfy(block -> assertThat(block).isBetween(89.0, 91.0));
        }
    }
}
