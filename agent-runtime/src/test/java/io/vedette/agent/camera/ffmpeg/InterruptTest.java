package io.vedette.agent.camera.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.scripted.Patiently;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptTest {
    /** More than the ten callbacks of one kind for which the binding would have places. */
    private static final int STREAMS = 12;

    private record Asking(StreamStop stop, Interrupt interrupt, AVIOInterruptCB context) {
        static Asking fresh() {
            var stop = new StreamStop();
            var interrupt = new Interrupt(stop);
            var context = new AVIOInterruptCB();
            interrupt.askedBy(context);
            return new Asking(stop, interrupt, context);
        }

        /** As libavformat does it: through the native function. */
        boolean givesUp() {
            return context.callback().call(context.opaque()) != 0;
        }
    }

    private final List<Asking> streams =
            Stream.generate(Asking::fresh).limit(STREAMS).toList();

    @AfterEach
    void closeThem() {
        streams.forEach(one -> one.interrupt().close());
    }

    private List<Asking> everySecond(int from) {
        return IntStream.range(0, STREAMS)
                .filter(i -> i % 2 == from)
                .mapToObj(streams::get)
                .toList();
    }

    @Test
    void aStreamThatNobodyStopsGoesOn() {
        assertThat(streams).noneMatch(Asking::givesUp);
    }

    @Test
    void howeverManyStreamsAreOpenEachIsStoppedByItsOwn() {
        everySecond(0).forEach(one -> one.stop().ask());

        Patiently.until(
                "they give up",
                Duration.ofSeconds(20),
                () -> everySecond(0).stream().allMatch(Asking::givesUp));

        assertThat(everySecond(1)).noneMatch(Asking::givesUp);
    }

    @Test
    void aStreamThatIsClosedLeavesTheOthersTheirQuestion() {
        Asking closed = Asking.fresh();
        closed.stop().ask();

        closed.interrupt().close();

        assertThat(streams).noneMatch(Asking::givesUp);
    }

    @Test
    void closingTwiceIsClosingOnce() {
        Asking closed = Asking.fresh();

        closed.interrupt().close();
        closed.interrupt().close();

        assertThat(streams).noneMatch(Asking::givesUp);
    }
}
