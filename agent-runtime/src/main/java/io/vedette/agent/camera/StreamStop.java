package io.vedette.agent.camera;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Ends a stream from outside: when the agent stops, or when the camera was silent for too long. Any thread. */
public final class StreamStop {
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(10);

    private final CountDownLatch asking = new CountDownLatch(1);
    private final AtomicReference<Runnable> whenAsked = new AtomicReference<>(() -> {});
    private final AtomicLong heardAt = new AtomicLong(System.nanoTime());

    public void ask() {
        asking.countDown();
        whenAsked.get().run();
    }

    /** Runs this when it is asked to end, on the asking thread; at once if it was asked already. One at a time. */
    public void whenAsked(Runnable then) {
        whenAsked.set(then);
        if (asked()) {
            then.run();
        }
    }

    public boolean asked() {
        return asking.getCount() == 0;
    }

    /** Waits so long, or until it is asked to end: true then. */
    public boolean askedWithin(long nanos) {
        try {
            return asking.await(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The camera said something, or is about to be asked something. */
    public void heard() {
        heardAt.set(System.nanoTime());
    }

    /** True when whoever waits for the camera should wait no longer. */
    public boolean due() {
        return asked() || System.nanoTime() - heardAt.get() > SILENCE;
    }
}
