package io.vedette.lab.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.lab.clip.Crossing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroundTruthTest {
    private static final Instant ANCHOR = Instant.parse("2026-03-01T10:00:00Z");
    private final GroundTruth truth = new GroundTruth(
            ANCHOR,
            60_000,
            List.of(new Crossing("a", 5000, 10_000, List.of()), new Crossing("b", 45_000, 46_000, List.of())),
            20_000,
            0);

    private static Instant at(long seconds) {
        return ANCHOR.plusSeconds(seconds);
    }

    @Test
    void crossingsComeBackEachTurn() {
        assertThat(truth.sightings(at(7), at(110)))
                .containsExactly(
                        new Sighting("a", at(5), at(10)),
                        new Sighting("b", at(45), at(46)),
                        new Sighting("a", at(65), at(70)),
                        new Sighting("b", at(105), at(106)));
    }

    @Test
    void whatOnlyTouchesTheSpanIsNotInIt() {
        assertThat(truth.sightings(at(10), at(45))).isEmpty();
        assertThat(truth.sightings(at(66), at(67))).hasSize(1);
    }

    @Test
    void nothingWasBeforeTheAnchor() {
        assertThat(truth.sightings(at(-100), at(4))).isEmpty();
        assertThat(truth.lightSwitches(at(-100), at(100))).containsExactly(at(20), at(80));
    }

    @Test
    void thePositionGoesRoundWithTheLoop() {
        assertThat(truth.positionAt(at(125))).isEqualTo(Duration.ofSeconds(5));
        assertThat(truth.positionAt(at(-1))).isEqualTo(Duration.ofSeconds(59));
    }
}
