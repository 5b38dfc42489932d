package io.vedette.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.lab.scene.Labelled;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final Labelled FIRST = label(20_000, 20_500);
    private static final Labelled SECOND = label(40_000, 45_000);

    private static Labelled label(long startMs, long endMs) {
        return new Labelled(Duration.ofMillis(startMs), Duration.ofMillis(endMs), 0.2);
    }

    private static Verdict verdict(long... momentsMs) {
        List<Duration> moments =
                Arrays.stream(momentsMs).mapToObj(Duration::ofMillis).toList();
        return Judge.judge(Duration.ofMinutes(30), List.of(FIRST, SECOND), moments);
    }

    @Test
    void whatIsSaidWhileSomebodyIsThereIsFoundAndItsDelayKnown() {
        Verdict verdict = verdict(20_300, 41_000, 42_000);

        assertThat(verdict.found()).containsExactly(FIRST, SECOND);
        assertThat(verdict.delays()).containsExactly(Duration.ofMillis(300), Duration.ofSeconds(1));
        assertThat(verdict.falseAlarms()).isEmpty();
    }

    @Test
    void whatIsNeverSaidIsMissed() {
        assertThat(verdict(20_300).missed()).containsExactly(SECOND);
        assertThat(verdict().missedFrom(Duration.ofSeconds(1))).containsExactly(SECOND);
    }

    @Test
    void momentsWithNobodyThereAreOneAlarmUntilFiveSecondsOfQuiet() {
        Verdict verdict = verdict(10_000, 12_000, 16_000, 20_100, 30_000, 41_000);

        assertThat(verdict.falseAlarms()).containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(30));
        assertThat(verdict.falsePerHour()).isEqualTo(4);
    }

    @Test
    void theEdgesOfAFigureBelongToIt() {
        assertThat(verdict(19_600, 46_000).falseAlarms()).isEmpty();
        assertThat(verdict(19_400, 46_100).falseAlarms()).hasSize(2);
    }
}
