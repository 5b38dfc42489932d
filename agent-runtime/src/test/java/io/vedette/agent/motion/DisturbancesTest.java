package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.lab.scene.Disturbance;
import io.vedette.lab.scene.Pace;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Some minutes of each disturbance, of seeds by which nothing was chosen. The hour of each is {@code MotionHourDrill}. At night
 * and beside the infrared filter one of about a dozen people may be missed: far ones in a dark picture. An hour finds more
 * such people, and some among leaves in a gust: the known limits are told in {@code design/motion.md}.
 */
class DisturbancesTest {
    private static final long FIRST_SEED = 9001;

    @ParameterizedTest
    @EnumSource(Disturbance.class)
    void nothingIsSaidWithNobodyThereAndWhoPassesIsFound(Disturbance kind) {
        DisturbanceJudgement judgement =
                DisturbanceJudgement.of(kind, Pace.USUAL, FIRST_SEED, 2, Duration.ofSeconds(150));

        assertThat(judgement.falseAlarms()).as(judgement.line()).isZero();
        assertThat(judgement.missed()).as(judgement.line()).isLessThanOrEqualTo(mayMiss(kind));
    }

    /** Ten pictures a second. Far ones in the dark are missed. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NIGHT")
    void whoRunsIsFoundAsWell(Disturbance kind) {
        DisturbanceJudgement judgement =
                DisturbanceJudgement.of(kind, Pace.HURRIED, FIRST_SEED, 1, Duration.ofSeconds(100));

        assertThat(judgement.falseAlarms()).as(judgement.line()).isZero();
        assertThat(judgement.missed()).as(judgement.line()).isZero();
    }

    static int mayMiss(Disturbance kind) {
        return switch (kind) {
            case NIGHT, IR_CUT -> 1;
            case CALM, NOISE, LIGHT_SWITCH, RAIN, GUSTS, LAMP_FLICKER, CLOUDS -> 0;
        };
    }
}
