package io.vedette.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void aFigureAtItsTargetHolds() {
        Figure figure = Figure.within("P10.second-start", 60, 60, "60.0 s of 60 s");

        assertThat(figure.line()).isEqualTo("P10.second-start ratio 1.00 target 1.00 ok (60.0 s of 60 s)");
    }

    @Test
    void aFigureBeyondItsTargetIsShort() {
        Figure figure = new Figure("P1.record", 1.32, 1.3, "1.32 s to 1.00 s");

        assertThat(figure.line()).isEqualTo("P1.record ratio 1.32 target 1.30 short (1.32 s to 1.00 s)");
    }

    @Test
    void thePercentileIsASampleThatWasTaken() {
        Iterator<Long> ticks =
                List.of(0L, 1_000_000L, 0L, 3_000_000L, 0L, 2_000_000L).iterator();
        Samples samples = new Samples(ticks::next);
        for (int i = 0; i < 3; i++) {
            samples.time(() -> {});
        }

        assertThat(samples.percentileMillis(0.5)).isEqualTo(2);
        assertThat(samples.percentileMillis(0.95)).isEqualTo(3);
    }

    @Test
    void withoutSamplesThereIsNoPercentile() {
        assertThatThrownBy(() -> new Samples(System::nanoTime).percentileMillis(0.5))
                .isInstanceOf(IllegalStateException.class);
    }
}
