package io.vedette.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {
    /** Nearly the longest wait that the jitter allows. */
    private static final RandomGenerator LATE = new RandomGenerator() {
        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private final BackOff backOff = new BackOff(LATE);

    @Test
    void waitsDoubleUpToAMinute() {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            seconds.add(backOff.after(lost(Duration.ZERO)).plusMillis(1).toSeconds());
        }

        assertThat(seconds).containsExactly(2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void onlyAHealthyMinuteMakesThemShortAgain() {
        for (int i = 0; i < 4; i++) {
            backOff.after(lost(Duration.ZERO));
        }

        assertThat(backOff.after(lost(Duration.ofSeconds(59)))).isGreaterThan(Duration.ofSeconds(30));
        assertThat(backOff.after(lost(Duration.ofSeconds(60)))).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void anUnknownAgentAsksOnceAMinute() {
        LinkEnd unknown = new LinkEnd(LinkEnd.Kind.UNKNOWN_AGENT, "", Duration.ZERO, null);

        assertThat(backOff.after(unknown)).isEqualTo(Duration.ofSeconds(60));
        assertThat(backOff.after(unknown)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aGoodbyeSaysWhenToComeBack() {
        LinkEnd bye = new LinkEnd(LinkEnd.Kind.LOST, "", Duration.ZERO, Duration.ofMillis(300));

        assertThat(backOff.after(bye)).isLessThan(Duration.ofMillis(300));
    }

    private static LinkEnd lost(Duration online) {
        return new LinkEnd(LinkEnd.Kind.LOST, "", online, null);
    }
}
