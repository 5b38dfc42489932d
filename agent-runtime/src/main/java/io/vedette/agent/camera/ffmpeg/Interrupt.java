package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.av_buffer_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_ref;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_unref;

import io.vedette.agent.camera.StreamStop;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Lets libavformat ask whether a stream should give up, which it does about 2000 times a second for each stream: before and
 * after everything it reads. An answer from Java costs more than all the reading, so the answer is native.
 *
 * <p>What is asked is {@code av_buffer_is_writable}, which says whether somebody has a buffer to themselves: an atomic
 * count, readable at any time. While two hold the buffer the answer is no; to give up, one lets go: at once when the stream is
 * asked to end, and when it was silent for too long, for which one thread of the process looks now and then.
 */
final class Interrupt implements AutoCloseable {
    /** A fifth of the silence that ends a stream. */
    private static final long LOOK_MILLIS = 2000;

    private static final Pointer IS_WRITABLE = function();
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("camera-stop").factory());

    private final AVBufferRef buffer = av_buffer_alloc(1);
    private final AVBufferRef second = av_buffer_ref(buffer);
    private final Future<?> looking;

    Interrupt(StreamStop stop) {
        stop.whenAsked(this::giveUp);
        looking = WATCH.scheduleWithFixedDelay(() -> look(stop), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Pointer function() {
        Loader.load(avutil.class);
        Pointer found = Loader.addressof("av_buffer_is_writable");
        if (found == null || found.isNull()) {
            throw new IllegalStateException("this libavutil has no av_buffer_is_writable: nothing could end a stream");
        }
        return found;
    }

    /** From here on the context asks; close only after the context is closed. */
    void askedBy(AVIOInterruptCB context) {
        // The binding's setter takes functions of Java alone; the pointer to the function is the structure's first
        // field.
        new PointerPointer<>(context).put(0, IS_WRITABLE);
        context.opaque(buffer);
    }

    private void look(StreamStop stop) {
        if (stop.due()) {
            giveUp();
        }
    }

    private synchronized void giveUp() {
        if (!second.isNull()) {
            av_buffer_unref(second);
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
        giveUp();
        av_buffer_unref(buffer);
    }
}
