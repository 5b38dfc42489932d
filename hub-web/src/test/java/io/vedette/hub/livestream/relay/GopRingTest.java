package io.vedette.hub.livestream.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class GopRingTest {
    private final GopRing ring = new GopRing();

    @Test
    void theNewestTwoGroupsAreKept() {
        for (int seq = 0; seq < 9; seq++) {
            ring.add(fragment(seq, seq % 3 == 0, 10));
        }

        assertThat(ring.first()).isEqualTo(3);
        assertThat(ring.end()).isEqualTo(9);
        assertThat(ring.newestKey()).hasValue(6);
        assertThat(ring.at(6).key()).isTrue();
        assertThat(ring.bytes()).isEqualTo(60);
    }

    @Test
    void nothingIsKeptBeforeTheFirstKeyFrame() {
        assertThat(ring.add(fragment(1, false, 10))).isFalse();
        assertThat(ring.add(fragment(2, true, 10))).isTrue();

        assertThat(ring.newestKey()).hasValue(0);
    }

    @Test
    void theOlderGroupGoesWhenBothAreTooLarge() {
        ring.add(fragment(1, true, 4_000_000));
        ring.add(fragment(2, true, 3_000_000));
        ring.add(fragment(3, false, 3_000_000));

        assertThat(ring.first()).isEqualTo(1);
        assertThat(ring.newestKey()).hasValue(1);
        assertThat(ring.bytes()).isEqualTo(6_000_000);
    }

    @Test
    void aGroupLargerThanTheRingLosesItsKeyFrameAndStaysBelowTheLimit() {
        for (int seq = 0; seq < 20; seq++) {
            ring.add(fragment(seq, seq == 0, 1_000_000));
            assertThat(ring.bytes()).isLessThanOrEqualTo(GopRing.MOST_BYTES);
        }

        assertThat(ring.newestKey()).isEmpty();
        assertThat(ring.end()).isEqualTo(20);
    }

    @Test
    void positionsGoOnAfterClearing() {
        ring.add(fragment(1, true, 10));
        ring.clear();

        assertThat(ring.first()).isEqualTo(1);
        assertThat(ring.end()).isEqualTo(1);
        assertThat(ring.bytes()).isZero();
        assertThat(ring.newestKey()).isEmpty();
    }

    private static Fragment fragment(long seq, boolean key, int size) {
        return new Fragment(ByteBuffer.allocate(size), seq, key);
    }
}
