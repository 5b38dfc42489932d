package io.vedette.hub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class StrangersBodyTest {
    private final AtomicLong now = new AtomicLong();
    private final StrangersBody bodies = new StrangersBody(1, now::get);

    @Test
    void aSmallBodyIsReadWhole() throws IOException {
        assertThat(bodies.read(of(4096), 4096)).hasSize(4096);
    }

    @Test
    void aLargeOneIsRefusedAndItsPlaceIsFreeAgain() throws IOException {
        refused(Problem.TOO_LARGE, () -> bodies.read(of(4097), 4096));
        assertThat(bodies.read(of(1), 4096)).hasSize(1);
    }

    @Test
    void aTrickleIsCutOff() {
        var trickle = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] piece, int offset, int length) {
                now.addAndGet(Duration.ofSeconds(4).toNanos());
                piece[offset] = 'x';
                return 1;
            }
        };

        refused(Problem.TOO_SLOW, () -> bodies.read(trickle, 4096));
    }

    @Test
    void whoComesWhenAllPlacesAreTakenIsToldToComeLater() throws IOException {
        var holder = new InputStream() {
            @Override
            public int read() {
                refused(Problem.TOO_MANY, () -> bodies.read(of(1), 4096));
                return -1;
            }
        };

        assertThat(bodies.read(holder, 4096)).isEmpty();
        assertThat(bodies.read(of(1), 4096)).hasSize(1);
    }

    private static InputStream of(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }

    private static void refused(Problem problem, ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
