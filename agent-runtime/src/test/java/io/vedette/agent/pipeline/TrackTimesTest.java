package io.vedette.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrackTimesTest {
    private static final long NONE = Packet.NO_TIME;

    /** Ticks of 1000 a second, one arrives every tenth of a second, the track begins at 0. */
    static Stream<Arguments> whatCamerasSend() {
        return Stream.of(
                Arguments.of("steady", raw(5000, 5100, 5200), raw(0, 100, 200)),
                Arguments.of("first one missing", raw(NONE, 5000, 5100), raw(0, 100, 200)),
                Arguments.of("all missing", raw(NONE, NONE, NONE), raw(0, 100, 200)),
                Arguments.of("one missing within", raw(0, 100, NONE, 300), raw(0, 100, 200, 300)),
                Arguments.of("a jump back", raw(0, 100, -13_800, -13_700), raw(0, 100, 200, 300)),
                Arguments.of("a jump ahead", raw(0, 100, 13_900, 14_000), raw(0, 100, 200, 300)),
                Arguments.of("there and back again", raw(0, 100, 13_900, 200, 300), raw(0, 100, 200, 300, 400)),
                Arguments.of("standing still", raw(7, 7, 7, 7), raw(0, 100, 200, 300)),
                Arguments.of("the same twice", raw(0, 100, 100, 200), raw(0, 100, 200, 300)),
                Arguments.of("a jump ahead of two seconds", raw(0, 100, 2_100, 2_200), raw(0, 100, 200, 300)),
                Arguments.of("absurd ones", raw(0, Long.MAX_VALUE / 2, -Long.MAX_VALUE / 2), raw(0, 100, 200)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatCamerasSend")
    void timesRiseWithoutHoles(String name, long[] sent, long[] expected) {
        TrackTimes times = new TrackTimes(1000);

        AtomicLong arrived = new AtomicLong();
        long[] made = Arrays.stream(sent)
                .map(raw -> times.next(raw, 0, arrived.addAndGet(100_000_000)))
                .toArray();

        assertThat(made).as(name).isEqualTo(expected);
    }

    private static long[] raw(long... times) {
        return times;
    }

    @Test
    void aGapInWhichTimeReallyPassedStaysOne() {
        TrackTimes times = new TrackTimes(1000);

        assertThat(times.next(0, 0, 0)).isZero();
        assertThat(times.next(100, 0, 100_000_000L)).isEqualTo(100);
        assertThat(times.next(3_100, 0, 3_100_000_000L)).isEqualTo(3_100);
        assertThat(times.next(3_200, 0, 3_200_000_000L)).isEqualTo(3_200);
    }

    @Test
    void packetsThatWereHeldUpOnTheirWayKeepTheCamerasTimes() {
        TrackTimes times = new TrackTimes(1000);

        times.next(0, 0, 0);
        times.next(100, 0, 100_000_000L);
        assertThat(times.next(200, 0, 3_000_000_000L)).isEqualTo(200);
        for (int late = 3; late < 30; late++) {
            assertThat(times.next(late * 100L, 0, 3_000_000_000L + late)).isEqualTo(late * 100L);
        }
    }

    @Test
    void aClockThatStandsAndJumpsNowAndThenMakesNeitherMoreNorLessTimeThanPassed() {
        TrackTimes times = new TrackTimes(1000);

        long made = 0;
        for (int tenth = 0; tenth <= 600; tenth++) {
            made = times.next(tenth / 20 * 2000L, 0, tenth * 100_000_000L);
        }

        assertThat(made).isBetween(55_000L, 65_000L);
    }
}
