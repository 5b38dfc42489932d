package io.vedette.agent.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlopeTest {
    private static final double[] MINUTES =
            IntStream.range(0, 45).mapToDouble(minute -> minute).toArray();

    @Test
    void aSteadyRiseIsFoundThoughEveryFourthFigureIsElsewhere() {
        double[] values = IntStream.range(0, 45)
                .mapToDouble(minute -> minute % 4 == 0 ? 1000 - 10 * minute : 100 + 0.5 * minute)
                .toArray();

        assertThat(Slope.of(MINUTES, values)).isCloseTo(0.5, within(0.25));
    }

    @Test
    void aSawThatAlwaysFallsBackDoesNotRise() {
        double[] values =
                IntStream.range(0, 45).mapToDouble(minute -> 100 + minute % 5).toArray();

        assertThat(Slope.of(MINUTES, values)).isCloseTo(0, within(0.05));
    }
}
