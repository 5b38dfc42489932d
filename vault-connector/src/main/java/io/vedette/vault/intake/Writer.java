package io.vedette.vault.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One append that is under way. It may write only while its {@link Part} names it as the writer. */
final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final InputStream body;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile Appending.Cut.@Nullable Why sentAway;
    private @Nullable Thread closing;

    Writer(InputStream body) {
        this.body = body;
    }

    /** Makes a read that hangs return, by closing the body; on a thread of its own, because closing can hang as well. */
    synchronized void sendAway(Appending.Cut.Why why) {
        if (done.getCount() == 0 || sentAway != null) {
            return;
        }
        sentAway = why;
        closing = Thread.ofVirtual().name("upload-close").start(() -> {
            try {
                body.close();
            } catch (IOException e) {
                LOG.debug("closing the body of an upload", e);
            }
        });
    }

    Appending.Cut.@Nullable Why sentAway() {
        return sentAway;
    }

    void limitTo(Duration total) {
        Thread.ofVirtual().name("upload-limit").start(() -> {
            try {
                if (!done.await(total.toNanos(), TimeUnit.NANOSECONDS)) {
                    sendAway(Appending.Cut.Why.TOO_SLOW);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // nobody interrupts this thread; nothing is left to do
            }
        });
    }

    /**
     * Nothing touches the body after this returns: a container gives the same stream object to its next request, and a late
     * close would hit that one.
     */
    void ended() {
        Thread pending;
        synchronized (this) {
            done.countDown();
            pending = closing;
        }
        try {
            if (pending != null && !pending.join(CLOSING)) {
                LOG.warn("the body of an upload does not close");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
