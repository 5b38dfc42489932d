package io.vedette.agent.camera;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one stream of the camera open for ever: session after session, with a random and growing wait between them. Has a
 * platform thread of its own, because reading from a camera is a native call.
 */
final class CameraWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CameraWorker.class);
    private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String name;
    private final CameraSession session;
    private final Backoff backoff;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private final Duration patience;
    private volatile StreamStop stop = new StreamStop();

    CameraWorker(String name, CameraSession session, RandomGenerator random) {
        this(name, session, random, PATIENCE);
    }

    CameraWorker(String name, CameraSession session, RandomGenerator random, Duration patience) {
        this.name = name;
        this.patience = patience;
        this.session = session;
        this.backoff = new Backoff(random);
        this.thread = Thread.ofPlatform().name("camera-" + name).unstarted(this::work);
    }

    CameraWorker start() {
        thread.start();
        return this;
    }

    private void work() {
        try {
            do {
                stop = new StreamStop();
                long began = System.nanoTime();
                try {
                    if (closing.getCount() == 0) {
                        return;
                    }
                    session.run(stop);
                } catch (StreamEnded e) {
                    LOG.info("{} stream: {}", name, e.getMessage());
                } catch (RuntimeException | StackOverflowError | LinkageError e) {
                    // A bug, or a library of the machine, costs this session; the camera is watched on.
                    LOG.error("{} stream: a fault of ours", name, e);
                }
                if (System.nanoTime() - began > PROGRESS_NANOS) {
                    backoff.succeeded();
                }
            } while (!closing.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the session to end, and no other to begin; does not wait. */
    void ask() {
        closing.countDown();
        stop.ask();
    }

    /** Ends the session and waits for its thread, but not for ever: what hangs in native code must not keep a recording open. */
    @Override
    public void close() throws InterruptedException {
        ask();
        if (!thread.join(patience)) {
            LOG.error("{} stream: does not end; it hangs at {}", name, Arrays.toString(thread.getStackTrace()));
        }
    }
}
