package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.UploadId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows one upload to one watcher until it is over, the watcher leaves, or may not see it any more. A slow watcher misses
 * steps in between and never holds up whoever receives the bytes. Uses one thread, the caller's, which mostly waits.
 */
public final class WatchUpload {
    private final UploadNews news;
    private final UploadId upload;
    private final Supplier<Optional<UploadProgress>> ask;
    private final Duration askEvery;
    private final Semaphore changed = new Semaphore(0);
    private final AtomicReference<@Nullable UploadProgress> latest = new AtomicReference<>();

    /** @param ask reads the row if the access rule still allows it; asked at the beginning and every {@code askEvery} */
    public WatchUpload(UploadNews news, UploadId upload, Supplier<Optional<UploadProgress>> ask, Duration askEvery) {
        this.news = news;
        this.upload = upload;
        this.ask = ask;
        this.askEvery = askEvery;
    }

    /** @param screen shows a state; false when nobody looks any more */
    public void run(Predicate<UploadProgress> screen) throws InterruptedException {
        try (var watching = news.watch(upload, this::note)) {
            long askedAt = System.nanoTime();
            Optional<UploadProgress> next = ask.get();
            while (next.isPresent()
                    && screen.test(next.get())
                    && next.get().state().underWay()) {
                next = step(askedAt);
                if (next.isEmpty()) {
                    askedAt = System.nanoTime();
                    next = ask.get();
                }
            }
        }
    }

    private void note(UploadProgress progress) {
        latest.set(progress);
        changed.release();
    }

    /** The next news; empty when it is time to ask. */
    private Optional<UploadProgress> step(long askedAt) throws InterruptedException {
        while (true) {
            long left = askEvery.toNanos() - (System.nanoTime() - askedAt);
            if (left <= 0 || !changed.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
            changed.drainPermits();
            UploadProgress progress = latest.getAndSet(null);
            if (progress != null) {
                return Optional.of(progress);
            }
        }
    }
}
