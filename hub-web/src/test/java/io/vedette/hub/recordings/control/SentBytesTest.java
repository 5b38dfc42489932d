package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bytes that were sent count once, however a player asks for them. */
class SentBytesTest {
    private final SentBytes sent = new SentBytes();

    @Test
    void aByteSentTwiceCountsOnce() {
        sent.add(0, 100);
        sent.add(50, 150);
        sent.add(150, 200);
        sent.add(400, 500);

        assertThat(sent.count()).isEqualTo(300);
        assertThat(sent.of(1000, Duration.ofSeconds(100)))
                .isEqualTo(new SentBytes.Share(30, 300, Duration.ZERO, Duration.ofSeconds(50)));
    }

    @Test
    void aBeginningOfASecondIsASecond() {
        sent.add(500, 501);

        assertThat(sent.of(1_000_000, Duration.ofSeconds(100)).seconds()).isEqualTo(1);
    }

    @Test
    void countsAsASetWouldInWhateverOrderSpansCome() {
        var random = new Random(42);
        var model = new BitSet();
        for (int i = 0; i < 500; i++) {
            int begin = random.nextInt(5_000);
            int end = begin + 1 + random.nextInt(40);
            sent.add(begin, end);
            model.set(begin, end);
            assertThat(sent.count()).isEqualTo(model.cardinality());
        }
    }
}
