package io.vedette.agent.secondary;

import io.vedette.agent.spool.Spool;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies recordings to a second place, on a thread of its own: a platform one, because SQLite is native code, and a network
 * disk that hangs holds whoever asks it.
 */
public final class SecondaryCopies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SecondaryCopies.class);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final Duration AFTER_A_BUG = Duration.ofMinutes(5);

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    private SecondaryCopies(CopyRound round) {
        thread = Thread.ofPlatform().name("secondary").daemon().start(() -> work(round));
    }

    /** Begins at once. */
    public static SecondaryCopies start(
            Spool spool,
            TenantId tenant,
            CameraId camera,
            CopyRules rules,
            SecondaryPlace place,
            RandomGenerator random) {
        return new SecondaryCopies(new CopyRound(spool, tenant, camera, rules, place, random));
    }

    private void work(CopyRound round) {
        try {
            Duration pause = Duration.ZERO;
            while (!stop.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                pause = tried(round);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration tried(CopyRound round) {
        try {
            return round.run();
        } catch (RuntimeException e) {
            LOG.error("copying to the secondary target failed; it goes on in {} min", AFTER_A_BUG.toMinutes(), e);
            return AFTER_A_BUG;
        }
    }

    /** Breaks off a copy under way; what hangs in a disk is left behind. */
    @Override
    public void close() throws InterruptedException {
        stop.countDown();
        thread.interrupt();
        if (!thread.join(STOP)) {
            LOG.warn("the secondary target does not answer; its thread is left behind");
        }
    }
}
