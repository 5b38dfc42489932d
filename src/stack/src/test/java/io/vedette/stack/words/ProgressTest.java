package io.vedette.stack.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now = 5_000_000_000L;
    private final Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> now);

    @Test
    void aMilestoneIsOneLineWithTheSecondsSinceTheStart() {
        pass(Duration.ofMillis(1500));
        progress.step("Hub").say("listens");

        assertThat(said()).isEqualTo("    1.5 s  Hub            listens\n");
    }

    @Test
    void aStepThatIsDoneSaysHowLongItTook() {
        pass(Duration.ofSeconds(10));
        Step step = progress.step("Hub");
        pass(Duration.ofMillis(2300));
        step.done("ready");

        assertThat(said()).isEqualTo("   12.3 s  Hub            ready (2.3 s)\n");
    }

    @Test
    void bytesAreToldWithTheirWholeAndNotTooOften() {
        Step step = progress.step("Keycloak");
        for (int i = 0; i < 90; i++) {
            pass(Duration.ofMillis(100));
            step.bytes("unpacking", i * 2_000_000L, 180_000_000L);
        }

        assertThat(said().lines()).hasSizeBetween(2, 3).first().asString().contains("unpacking: 32 %, 58 of 180 MB");
    }

    @Test
    void waitingTellsWhatItTookLastTimeWhereThatIsKnown() {
        Step step = progress.step("Hub");
        pass(Duration.ofSeconds(4));
        step.waiting("starting", Duration.ofMillis(15_600));
        pass(Duration.ofSeconds(4));
        step.waiting("starting", Duration.ZERO);

        assertThat(said().lines())
                .containsExactly(
                        "    4.0 s  Hub            starting: 4.0 s, took 15.6 s last time",
                        "    8.0 s  Hub            starting: 8.0 s");
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
