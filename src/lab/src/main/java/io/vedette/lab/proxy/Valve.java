package io.vedette.lab.proxy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * What is done to all bytes of one direction, over all connections: the link is what is bad, not a connection. Can be turned while
 * bytes flow; whoever waits notices at once. Safe for several threads.
 */
final class Valve {
    private static final int CHUNK = 16_384;
    private static final long SECOND = 1_000_000_000L;

    final AtomicLong received = new AtomicLong();
    final AtomicLong forwarded = new AtomicLong();
    private final LongSupplier ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition turned = lock.newCondition();
    private long bytesPerSecond = Long.MAX_VALUE;
    private long free; // when the next byte may pass, by the ticker
    private long delayNanos;
    private long untilCut = Long.MAX_VALUE;
    private boolean paused;
    private boolean swallowing;

    Valve(LongSupplier ticker) {
        this.ticker = ticker;
    }

    private void turn(Runnable change) {
        lock.lock();
        try {
            change.run();
            turned.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void limit(long rate) {
        if (rate < 1) {
            throw new IllegalArgumentException("a rate of " + rate + " bytes a second; use pause for none");
        }
        turn(() -> {
            bytesPerSecond = rate;
            free = ticker.getAsLong();
        });
    }

    void delay(Duration delay) {
        turn(() -> delayNanos = delay.toNanos());
    }

    void cutAfter(long bytes) {
        turn(() -> untilCut = bytes);
    }

    void pause(boolean value) {
        turn(() -> paused = value);
    }

    void swallow(boolean value) {
        turn(() -> swallowing = value);
    }

    boolean swallows() {
        lock.lock();
        try {
            return swallowing;
        } finally {
            lock.unlock();
        }
    }

    /** How much to read at once: a twentieth of a second's worth under a limit, so that the flow is even. */
    int chunk() {
        lock.lock();
        try {
            return (int) Math.clamp(bytesPerSecond / 20, 1, CHUNK);
        } finally {
            lock.unlock();
        }
    }

    /** When something that came in now may go out. */
    long dueNow() {
        lock.lock();
        try {
            return ticker.getAsLong() + delayNanos;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until so many bytes that are due at a time may go on. */
    void admit(int bytes, long due) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                long now = ticker.getAsLong();
                long wait = Math.max(due - now, bytesPerSecond == Long.MAX_VALUE ? 0 : free - now);
                if (paused) {
                    turned.await();
                } else if (wait > 0) {
                    long unused = turned.awaitNanos(wait);
                } else {
                    if (bytesPerSecond != Long.MAX_VALUE) {
                        free = Math.max(now, free) + bytes * SECOND / bytesPerSecond;
                    }
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many of so many bytes may still pass before a cut that is armed; fewer than asked for means: cut after them. */
    int beforeCut(int bytes) {
        lock.lock();
        try {
            int pass = (int) Math.min(bytes, untilCut);
            if (untilCut != Long.MAX_VALUE) {
                untilCut = pass < bytes ? Long.MAX_VALUE : untilCut - pass;
            }
            return pass;
        } finally {
            lock.unlock();
        }
    }
}
