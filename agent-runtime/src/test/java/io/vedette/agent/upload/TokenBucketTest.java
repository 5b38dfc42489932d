package io.vedette.agent.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000;
    private static final int RATE = 50_000;
    private static final int PIECE = 5_000;

    private final TokenBucket bucket = new TokenBucket(0);

    @Test
    void whoComesTooEarlyIsToldHowLongToWait() {
        assertThat(bucket.take(PIECE, RATE, 0)).isZero();

        assertThat(bucket.take(PIECE, RATE, 0)).isEqualTo(SECOND / 10);
        assertThat(bucket.take(PIECE, RATE, SECOND / 10 - 1)).isEqualTo(1);
        assertThat(bucket.take(PIECE, RATE, SECOND / 10)).isZero();
    }

    @Test
    void whoPausesDoesNotSaveUpMoreThanATenthOfASecond() {
        bucket.take(PIECE, RATE, 0);

        assertThat(taken(60 * SECOND)).isEqualTo(2 * PIECE);
    }

    @Test
    void howeverUnevenTheCallsAreTheRateIsHeldAndUsed() {
        Random random = new Random(7);
        long now = 0;
        long sum = 0;
        while (now < 100 * SECOND) {
            sum += taken(now);
            now += random.nextInt((int) SECOND / 20);
        }

        assertThat(sum).isBetween((long) (0.98 * RATE * 100), RATE * 100L + RATE / 10 + PIECE);
    }

    @Test
    void afterAnUnlimitedTimeTheNewRateHoldsAtOnce() {
        assertThat(bucket.take(1_000_000, SendRates.UNLIMITED, SECOND)).isZero();

        assertThat(taken(SECOND)).isEqualTo(PIECE);
    }

    private long taken(long now) {
        long sum = 0;
        while (bucket.take(PIECE, RATE, now) == 0) {
            sum += PIECE;
        }
        return sum;
    }
}
