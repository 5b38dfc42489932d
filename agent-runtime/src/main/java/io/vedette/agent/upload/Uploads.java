package io.vedette.agent.upload;

import io.vedette.agent.spool.Spool;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the hub grants. Two threads of its own, platform ones, because they read the spool's index: one for recordings,
 * one for thumbnails. What is told here returns at once.
 */
public final class Uploads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final Duration STOP = Duration.ofSeconds(2);

    private final Spool spool;
    private final UploadQueue queue = new UploadQueue();
    private final Thumbnails thumbnails;
    private final List<Thread> threads;

    private Uploads(
            HubAddress hub, Spool spool, Throttle throttle, Consumer<FromAgent> hubEar, RandomGenerator random) {
        this.spool = spool;
        this.thumbnails = new Thumbnails(hub, spool, random);
        this.threads = List.of(
                Thread.ofPlatform()
                        .daemon()
                        .name("uploads")
                        .unstarted(new UploadWorker(hub, spool, queue, throttle, hubEar, random)),
                Thread.ofPlatform().daemon().name("thumbnails").unstarted(thumbnails));
    }

    /**
     * Starts at once.
     *
     * @param throttle for recordings; thumbnails are small and go at once
     * @param hubEar told when an upload fails or its file is gone; may lose it, the hub asks again
     */
    public static Uploads open(
            HubAddress hub, Spool spool, Throttle throttle, Consumer<FromAgent> hubEar, RandomGenerator random) {
        Uploads uploads = new Uploads(hub, spool, throttle, hubEar, random);
        uploads.threads.forEach(Thread::start);
        return uploads;
    }

    public void told(FromHub.UploadGrant grant) {
        queue.granted(grant, spool.growing(grant.recording()).isPresent());
    }

    public void told(FromHub.ThumbnailGrant grant) {
        thumbnails.granted(grant);
    }

    /** The request that runs for it ends at once; bytes not yet on their way stay here. */
    public void told(FromHub.UploadCancel cancel) {
        queue.over(cancel.upload())
                .ifPresent(t -> LOG.info("upload {} is cancelled, {} bytes were sent", cancel.upload(), t.sentBytes));
    }

    public void told(FromHub.UploadStored stored) {
        queue.stored(stored.upload());
        spool.stored(stored.recording());
    }

    /** Uploads granted and not finished. */
    public int waiting() {
        return queue.size();
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        queue.clear();
        try {
            for (Thread thread : threads) {
                thread.join(STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
