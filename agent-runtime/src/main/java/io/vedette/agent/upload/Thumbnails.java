package io.vedette.agent.upload;

import io.vedette.agent.spool.Spool;
import io.vedette.agent.spool.SpoolFault;
import io.vedette.agent.wire.HttpCall;
import io.vedette.agent.wire.HubAddress;
import io.vedette.agent.wire.Limits;
import io.vedette.agent.wire.RequestBody;
import io.vedette.contracts.link.FromHub.ThumbnailGrant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends thumbnails, in a line of their own so that a long recording does not hold them up. A picture that does not arrive
 * in a few tries is dropped: it is small, and the hub grants again what it misses.
 */
final class Thumbnails implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final int MOST_WAITING = 1_000;
    private static final int TRIES = 4;
    private static final long MOST_BYTES = 1_000_000;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private record Waiting(ThumbnailGrant grant, int tried, long notBefore) {}

    private final HubAddress hub;
    private final Spool spool;
    private final RandomGenerator random;
    private final BlockingQueue<Waiting> line = new LinkedBlockingQueue<>(MOST_WAITING);

    Thumbnails(HubAddress hub, Spool spool, RandomGenerator random) {
        this.hub = hub;
        this.spool = spool;
        this.random = random;
    }

    void granted(ThumbnailGrant grant) {
        if (!line.offer(new Waiting(grant, 0, System.nanoTime()))) {
            LOG.warn("too many thumbnails wait; the one of {} is left out", grant.recording());
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                Waiting first = line.take();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, first.notBefore() - System.nanoTime()));
                if (!sent(first.grant())) {
                    again(first);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void again(Waiting first) {
        if (first.tried() + 1 < TRIES) {
            long most = FIRST_PAUSE.multipliedBy(1L << first.tried()).toNanos();
            line.offer(new Waiting(first.grant(), first.tried() + 1, System.nanoTime() + random.nextLong(most)));
        } else {
            LOG.warn("the thumbnail of {} does not get through", first.grant().recording());
        }
    }

    /** True when there is nothing left to do for it. */
    private boolean sent(ThumbnailGrant grant) {
        try {
            Optional<Path> file = spool.thumbnail(grant.recording());
            if (file.isEmpty() || Files.size(file.get()) > MOST_BYTES) {
                LOG.info("there is no thumbnail of {}", grant.recording());
                return true;
            }
            Map<String, String> headers =
                    Map.of("Content-Type", "image/jpeg", "Authorization", "Vedette " + grant.ticket());
            RequestBody body = RequestBody.of(Files.readAllBytes(file.get()));
            int status = new HttpCall(hub, "PUT", grant.path(), headers, body, Limits.SHORT)
                    .send()
                    .status();
            if (status >= 300) {
                LOG.info("the hub answered {} to the thumbnail of {}", status, grant.recording());
            }
            return status < 500 && status != 429;
        } catch (IOException e) {
            LOG.info("the thumbnail of {} did not get through: {}", grant.recording(), e.toString());
            return false;
        } catch (SpoolFault | IllegalArgumentException e) {
            LOG.error("the thumbnail of {} cannot be sent", grant.recording(), e);
            return true;
        }
    }
}
