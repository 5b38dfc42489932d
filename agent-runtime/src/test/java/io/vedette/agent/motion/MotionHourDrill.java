package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.lab.scene.Disturbance;
import io.vedette.lab.scene.Pace;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An hour of each disturbance, twelve places of five minutes, and the same with people who run: the promise itself. Takes about twenty minutes, so it runs when asked:
 * {@code ./mvnw -Pdrill -pl agent-runtime -am -Dtest=MotionHourDrill -Dsurefire.failIfNoSpecifiedTests=false test}.
 * Another hour: {@code -Dvedette.seed=20001}.
 */
class MotionHourDrill {
    private static final Logger LOG = LoggerFactory.getLogger(MotionHourDrill.class);
    private static final long FIRST_SEED = Long.getLong("vedette.seed", 60_001);

    @ParameterizedTest
    @EnumSource(Disturbance.class)
    void atMostOneFalseAlarmAnHourAndNobodyMissed(Disturbance kind) {
        judge(kind, Pace.USUAL);
    }

    @ParameterizedTest
    @EnumSource(Disturbance.class)
    void norAnybodyWhoRuns(Disturbance kind) {
        judge(kind, Pace.HURRIED);
    }

    private static void judge(Disturbance kind, Pace pace) {
        DisturbanceJudgement judgement = DisturbanceJudgement.of(kind, pace, FIRST_SEED, 12, Duration.ofMinutes(5));

        LOG.warn("{}", judgement.line());
        assertThat(judgement.falseAlarms()).as(judgement.line()).isLessThanOrEqualTo(1);
        assertThat(judgement.missed()).as(judgement.line()).isZero();
    }
}
