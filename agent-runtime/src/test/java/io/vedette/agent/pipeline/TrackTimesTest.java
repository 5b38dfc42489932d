package io.vedette.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrackTimesTest {
    private static final long NONE = Packet.NO_TIME;

    /** Ticks of 1000 a second, usual step 100 until another is seen, the track begins at 0. */
    static Stream<Arguments> whatCamerasSend() {
        return Stream.of(
                Arguments.of("steady", raw(5000, 5100, 5200), raw(0, 100, 200)),
                Arguments.of("first one missing", raw(NONE, 5000, 5100), raw(0, 100, 200)),
                Arguments.of("all missing", raw(NONE, NONE, NONE), raw(0, 100, 200)),
                Arguments.of("one missing within", raw(0, 100, NONE, 300), raw(0, 100, 200, 300)),
                Arguments.of("a jump back", raw(0, 100, -13_800, -13_700), raw(0, 100, 200, 300)),
                Arguments.of("a jump ahead", raw(0, 100, 13_900, 14_000), raw(0, 100, 200, 300)),
                Arguments.of("there and back again", raw(0, 100, 13_900, 200, 300), raw(0, 100, 200, 300, 400)),
                Arguments.of("the same twice", raw(0, 100, 100, 200), raw(0, 100, 200, 300)),
                Arguments.of("a gap that is one", raw(0, 100, 3_100, 3_200), raw(0, 100, 3_100, 3_200)),
                Arguments.of("absurd ones", raw(0, Long.MAX_VALUE / 2, -Long.MAX_VALUE / 2), raw(0, 100, 200)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatCamerasSend")
    void timesRiseWithoutHoles(String name, long[] sent, long[] expected) {
        TrackTimes times = new TrackTimes(1000, 100);

        long[] made = Arrays.stream(sent).map(raw -> times.next(raw, 0)).toArray();

        assertThat(made).as(name).isEqualTo(expected);
    }

    private static long[] raw(long... times) {
        return times;
    }
}
