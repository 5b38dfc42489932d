package io.vedette.agent.camera.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.camera.StreamStop;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.junit.jupiter.api.Test;

class InterruptTest {
    /** More than the ten callbacks of one kind that the binding has places for. */
    private static final int STREAMS = 40;

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

    @Test
    void howeverManyStreamsAreOpenEachIsStoppedByItsOwn() {
        List<Asking> streams = Stream.generate(Asking::fresh).limit(STREAMS).toList();

        for (Asking one : streams) {
            one.stop().ask();
            assertThat(streams.stream().filter(Asking::givesUp)).containsExactly(one);
            one.interrupt().close();
            streams = streams.stream().filter(other -> other != one).toList();
        }
    }

    @Test
    void aStreamThatIsClosedLeavesTheOthersTheirQuestion() {
        Asking open = Asking.fresh();
        Asking closed = Asking.fresh();

        closed.interrupt().close();

        assertThat(open.givesUp()).isFalse();
        assertThat(closed.givesUp()).isTrue();
    }
}
