package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.camera.StreamStop;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.javacpp.Pointer;

/**
 * Lets libavformat ask whether a stream should give up, which it does about 2000 times a second while it waits.
 *
 * <p>One native callback serves the process and is told the stream by a number in place of a pointer. A callback for each
 * stream would be simpler and is not safe: the binding keeps them in a table of ten places without a lock
 * (bytedeco/javacpp, issue 486). Two streams that open at once can get one place between them; when the first of them is
 * closed the other's question calls itself until the process dies.
 */
final class Interrupt implements AutoCloseable {
    private static final Map<Long, StreamStop> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong LAST = new AtomicLong();
    // Native code holds it by a bare pointer, so it is never closed.
    private static final Question QUESTION = new Question();

    private final long number = LAST.incrementAndGet();

    Interrupt(StreamStop stop) {
        OPEN.put(number, stop);
    }

    /** From here on the context asks; close only after the context is closed. */
    void askedBy(AVIOInterruptCB context) {
        context.callback(QUESTION).opaque(new StreamNumber(number));
    }

    @Override
    public void close() {
        OPEN.remove(number);
    }

    private static final class Question extends AVIOInterruptCB.Callback_Pointer {
        @Override
        public int call(Pointer number) {
            StreamStop stop = OPEN.get(number.address());
            return stop == null || stop.due() ? 1 : 0;
        }
    }

    /** A number that native code carries about as if it were a pointer. */
    private static final class StreamNumber extends Pointer {
        StreamNumber(long number) {
            super((Pointer) null);
            address = number;
        }
    }
}
