package io.vedette.agent.bring;

import io.vedette.agent.spool.Spool;
import io.vedette.contracts.link.FromHub.VaultOffer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings recordings to the vault of the site while the hub offers one, on a thread of its own: a platform one, because it reads
 * the spool's index. What is told here returns at once.
 */
public final class Bringing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bringing.class);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final Duration NOTHING_TO_DO = Duration.ofHours(1);
    private static final Duration AFTER_A_BUG = Duration.ofMinutes(5);

    private final BringRound round;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile @Nullable VaultOffer offer;
    private volatile boolean shut;
    private volatile boolean stopped;

    private Bringing(Spool spool, RandomGenerator random) {
        this.round = new BringRound(spool, random);
        this.thread = Thread.ofPlatform().daemon().name("bringing").unstarted(this::work);
    }

    /** Waits for an offer. */
    public static Bringing start(Spool spool, RandomGenerator random) {
        Bringing bringing = new Bringing(spool, random);
        bringing.thread.start();
        return bringing;
    }

    /** From now on this vault, with this ticket. */
    public void told(VaultOffer now) {
        VaultOffer before = offer;
        if (before == null || !before.vault().equals(now.vault())) {
            LOG.info("the site has a vault: recordings are brought to {}", now.address());
        }
        shut = false;
        offer = now;
        news.release();
    }

    /** From now on none. A part that is on its way is brought to its end. */
    public void shut() {
        if (offer != null) {
            LOG.info("the site has no vault any more: nothing is brought there");
        }
        offer = null;
        shut = true;
        news.release();
    }

    private void work() {
        try {
            Duration pause = NOTHING_TO_DO;
            while (!stopped) {
                // an offer that comes while there is a pause after a fault ends it: perhaps it says where the vault is
                // now
                if (news.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    news.drainPermits();
                }
                VaultOffer now = offer;
                pause = stopped || (now == null && !shut) ? NOTHING_TO_DO : tried(now);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration tried(@Nullable VaultOffer now) {
        try {
            if (now == null) {
                round.without();
                shut = false;
                return NOTHING_TO_DO;
            }
            return round.run(now, () -> now.equals(offer) && !stopped);
        } catch (RuntimeException e) {
            LOG.error("bringing to the vault of the site failed; it goes on in {} min", AFTER_A_BUG.toMinutes(), e);
            return AFTER_A_BUG;
        }
    }

    @Override
    public void close() throws InterruptedException {
        stopped = true;
        news.release();
        thread.interrupt();
        if (!thread.join(STOP)) {
            LOG.warn("the vault of the site does not answer; its thread is left behind");
        }
    }
}
