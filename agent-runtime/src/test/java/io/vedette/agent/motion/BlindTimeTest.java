package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlindTimeTest {
    private final BlindTime blind = new BlindTime();
    private long now;

    private List<Duration> keyFrames(int count, double apart) {
        List<Duration> said = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            now += Math.round(apart * 1e9);
            blind.seen(now).ifPresent(said::add);
        }
        return said;
    }

    @Test
    void itIsSaidOnceItIsKnown() {
        assertThat(keyFrames(30, 2)).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void theLongestDistanceCounts() {
        keyFrames(1, 1);
        keyFrames(1, 1);
        keyFrames(1, 4);

        assertThat(keyFrames(1, 1)).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void aCameraThatIsSetAnewIsNoticed() {
        keyFrames(10, 2);

        assertThat(keyFrames(20, 5)).containsExactly(Duration.ofSeconds(5));
        assertThat(keyFrames(20, 1)).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aLittleUnevennessIsNotSaid() {
        keyFrames(10, 2);

        assertThat(keyFrames(20, 2.3)).isEmpty();
    }
}
