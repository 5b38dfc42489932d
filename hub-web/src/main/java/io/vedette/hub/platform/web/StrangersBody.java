package io.vedette.hub.platform.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Reads what somebody sends who has proved nothing yet. Each such body holds one of the server's threads for as long as its
 * sender likes to trickle: so only few at once, small, and soon. Who comes when all places are taken is told to come later.
 * Safe for use by several threads.
 */
@Singleton
public class StrangersBody {
    private static final int MOST_AT_ONCE = 32;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int PIECE = 1024;

    private final Semaphore places;
    private final LongSupplier nanos;

    @Inject
    StrangersBody() {
        this(MOST_AT_ONCE, System::nanoTime);
    }

    public StrangersBody(int mostAtOnce, LongSupplier nanos) {
        this.places = new Semaphore(mostAtOnce);
        this.nanos = nanos;
    }

    /** The whole body. Throws {@link Refusal}: too many at once, more than {@code most} bytes, or too slow. */
    public byte[] read(InputStream body, int most) throws IOException {
        if (!places.tryAcquire()) {
            throw new Refusal(Problem.TOO_MANY);
        }
        try {
            return readSoon(body, most);
        } finally {
            places.release();
        }
    }

    private byte[] readSoon(InputStream body, int most) throws IOException {
        long begun = nanos.getAsLong();
        var whole = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int count = body.read(piece); count >= 0; count = body.read(piece)) {
            whole.write(piece, 0, count);
            if (whole.size() > most) {
                throw new Refusal(Problem.TOO_LARGE);
            }
            if (nanos.getAsLong() - begun > LONGEST.toNanos()) {
                throw new Refusal(Problem.TOO_SLOW);
            }
        }
        return whole.toByteArray();
    }
}
