package io.vedette.hub.recordings.boundary;

import io.vedette.hub.platform.web.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Sends bytes for as long as their reader may have them: who reads slowly is asked for again, so that a right taken away ends a
 * download that is under way, too.
 */
final class AskingCopy {
    static final Duration ASK_EVERY = Duration.ofSeconds(5);
    private static final int PIECE = 64 * 1024;

    private final Runnable ask;
    private final LongSupplier nanos;

    private final IntConsumer sent;

    /**
     * @param ask throws {@link Refusal} when the reader may no longer
     * @param sent is told of each stretch of bytes that went out
     */
    AskingCopy(Runnable ask, LongSupplier nanos, IntConsumer sent) {
        this.ask = ask;
        this.nanos = nanos;
        this.sent = sent;
    }

    /** Throws {@link IOException} when the right has gone: the answer has begun, so that only cutting it off is left. */
    void send(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[PIECE];
        long askedAt = nanos.getAsLong();
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            if (nanos.getAsLong() - askedAt >= ASK_EVERY.toNanos()) {
                again();
                askedAt = nanos.getAsLong();
            }
            out.write(piece, 0, count);
            sent.accept(count);
        }
    }

    private void again() throws IOException {
        try {
            ask.run();
        } catch (Refusal gone) {
            throw new IOException("no longer allowed to read on", gone);
        }
    }
}
