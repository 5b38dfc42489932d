package io.vedette.agent.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveGateTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final LiveGate gate = new LiveGate();

    @Test
    void aSocketThatKeepsUpGetsEverything() {
        for (int i = 0; i < 100; i++) {
            assertThat(gate.admits(i % 10 == 0, 0, i * SECOND)).isTrue();
            gate.sent(1_000_000, i * SECOND);
        }
        assertThat(gate.skipped()).isZero();
    }

    @Test
    void tooManyBytesWaitingSkipToTheNextKeyFrame() {
        for (int i = 0; i < 3; i++) {
            assertThat(gate.admits(i == 0, i, 0)).isTrue();
            gate.sent(900_000, 0);
        }

        assertThat(gate.admits(false, 3, 0)).isFalse();
        assertThat(gate.admits(false, 0, 0)).as("emptied, but no key frame").isFalse();
        assertThat(gate.admits(true, 0, 0)).isTrue();
        assertThat(gate.skipped()).isEqualTo(2);
    }

    @Test
    void aMessageThatWaitsTooLongSkipsToo() {
        assertThat(gate.admits(true, 0, 0)).isTrue();
        gate.sent(100, 0);

        assertThat(gate.admits(false, 1, SECOND)).isTrue();
        gate.sent(100, SECOND);
        assertThat(gate.admits(false, 2, 2 * SECOND)).isFalse();
        assertThat(gate.admits(true, 2, 2 * SECOND))
                .as("the queue is still old")
                .isFalse();
        assertThat(gate.admits(true, 0, 2 * SECOND)).isTrue();
    }

    @Test
    void afterANewFormatNothingGoesBeforeAKeyFrame() {
        gate.restarted();

        assertThat(gate.admits(false, 0, 0)).isFalse();
        assertThat(gate.admits(true, 0, 0)).isTrue();
        assertThat(gate.admits(false, 0, 0)).isTrue();
    }
}
