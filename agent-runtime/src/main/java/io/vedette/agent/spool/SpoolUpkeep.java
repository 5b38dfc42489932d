package io.vedette.agent.spool;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after an open spool every few minutes, on a thread of its own: a platform one, because SQLite is native code. */
public final class SpoolUpkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolUpkeep.class);
    private static final Duration USUAL = Duration.ofMinutes(5);

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    private SpoolUpkeep(Spool spool, Duration every) {
        thread = Thread.ofPlatform().name("spool-upkeep").daemon().start(() -> work(spool, every));
    }

    public static SpoolUpkeep of(Spool spool) {
        return every(spool, USUAL);
    }

    static SpoolUpkeep every(Spool spool, Duration pause) {
        return new SpoolUpkeep(spool, pause);
    }

    private void work(Spool spool, Duration every) {
        try {
            while (!stop.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
                try {
                    spool.upkeep();
                } catch (SpoolFault e) {
                    LOG.error("the spool could not be looked after; tried again in {} s", every.toSeconds(), e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        thread.join();
    }
}
