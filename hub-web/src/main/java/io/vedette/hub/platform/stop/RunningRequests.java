package io.vedette.hub.platform.stop;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what the hub is answering, so that its end can wait for it. Any thread. */
@Singleton
public class RunningRequests {
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int running;
    private boolean stopping;

    /** False when the hub is stopping; otherwise {@link #leave} must follow. */
    boolean enter() {
        lock.lock();
        try {
            if (!stopping) {
                running++;
            }
            return !stopping;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            running--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets nobody in any more and waits until all are out.
     *
     * @return how many are still in when patience is over
     */
    int drain(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            stopping = true;
            long left = patience.toNanos();
            while (running > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            return running;
        } finally {
            lock.unlock();
        }
    }
}
