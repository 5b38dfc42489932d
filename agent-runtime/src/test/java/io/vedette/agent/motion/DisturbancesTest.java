package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.lab.scene.Disturbance;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Some minutes of each disturbance, of seeds by which nothing was chosen. The hour of each is {@code MotionHourDrill}.
 */
class DisturbancesTest {
    private static final long FIRST_SEED = 9001;

    @ParameterizedTest
    @EnumSource(Disturbance.class)
    void nothingIsSaidWithNobodyThereAndNobodyIsMissed(Disturbance kind) {
        DisturbanceJudgement judgement = DisturbanceJudgement.of(kind, FIRST_SEED, 2, Duration.ofSeconds(150));

        assertThat(judgement.falseAlarms()).as(judgement.line()).isZero();
        assertThat(judgement.missed()).as(judgement.line()).isZero();
    }
}
