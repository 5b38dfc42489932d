package io.vedette.agent.upload;

import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.FromHub.UploadGrant;
import io.vedette.contracts.link.UploadPriority;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is to be sent, in the order in which it matters: by priority, then what is sent while it is being made, to its end,
 * then what came first. Safe for several threads; one of them works, the others grant and cancel. Times are of {@link System#nanoTime}.
 */
final class UploadQueue {
    /** A hub that grants more than this at once has forgotten itself; what does not fit, it grants again later. */
    private static final int MOST = 10_000;

    private static final Comparator<Transfer> FIRST_ONE = Comparator.<Transfer, UploadPriority>comparing(
                    t -> t.grant.turn())
            .thenComparing(t -> !t.fresh)
            .thenComparingLong(t -> t.arrival);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<UploadId, Transfer> transfers = new HashMap<>();
    private long arrivals;
    /** Until then nobody's turn comes: the hub is not reached at all. */
    private long awayUntil = System.nanoTime();

    /**
     * A new upload, or another ticket for one that is here: that one may then be tried again at once.
     *
     * @param grows its recording is still being made
     */
    void granted(UploadGrant grant, boolean grows) {
        lock.lock();
        try {
            Transfer known = transfers.get(grant.upload());
            awayUntil = System.nanoTime(); // whoever grants is there
            if (known != null) {
                known.grant = grant;
                known.state = Transfer.State.READY;
                known.notBefore = System.nanoTime();
                known.budget.renewed();
            } else if (transfers.size() < MOST) {
                transfers.put(grant.upload(), new Transfer(grant, grows, arrivals++, System.nanoTime()));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes an upload out and ends the request that is running for it. */
    Optional<Transfer> over(UploadId upload) {
        lock.lock();
        try {
            Transfer known = transfers.remove(upload);
            if (known == null) {
                return Optional.empty();
            }
            known.state = Transfer.State.OVER;
            if (known.abort != null) {
                known.abort.run();
            }
            return Optional.of(known);
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #over(UploadId)}, of this one. False when it was called off: granted anew since, the same upload goes on as another. */
    boolean over(Transfer transfer) {
        lock.lock();
        try {
            UploadId upload = transfer.grant.upload();
            return transfers.get(upload) == transfer && over(upload).isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** The hub has all of it: over, and well so. The word may come before the answer to the last part. */
    void stored(UploadId upload) {
        lock.lock();
        try {
            Transfer known = transfers.get(upload);
            if (known != null) {
                known.stored = true;
                over(upload);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean isStored(Transfer transfer) {
        lock.lock();
        try {
            return transfer.stored;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the upload whose turn it is. It stays in the queue until it is {@link #over}. */
    Transfer next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                long now = System.nanoTime();
                Optional<Transfer> ready = transfers.values().stream()
                        .filter(t -> t.state == Transfer.State.READY && due(t) - now <= 0)
                        .min(FIRST_ONE);
                if (ready.isPresent()) {
                    return ready.get();
                }
                long wait = transfers.values().stream()
                        .filter(t -> t.state == Transfer.State.READY)
                        .mapToLong(t -> due(t) - now)
                        .min()
                        .orElse(TimeUnit.HOURS.toNanos(1));
                changed.awaitNanos(wait);
            }
        } finally {
            lock.unlock();
        }
    }

    private long due(Transfer transfer) {
        return transfer.notBefore - awayUntil > 0 ? transfer.notBefore : awayUntil;
    }

    /** The hub is not reached: for so long nothing is tried, unless it grants something. */
    void away(Duration pause) {
        lock.lock();
        try {
            awayUntil = System.nanoTime() + pause.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Notes how to end the request that begins now; false when the upload is over and nothing may begin. */
    boolean begins(Transfer transfer, Runnable abort) {
        lock.lock();
        try {
            transfer.abort = abort;
            return transfer.state != Transfer.State.OVER;
        } finally {
            lock.unlock();
        }
    }

    void ended(Transfer transfer) {
        lock.lock();
        try {
            transfer.abort = null;
        } finally {
            lock.unlock();
        }
    }

    /** False once the upload is {@link #over}. */
    boolean holds(Transfer transfer) {
        lock.lock();
        try {
            return transfer.state != Transfer.State.OVER;
        } finally {
            lock.unlock();
        }
    }

    UploadGrant grant(Transfer transfer) {
        lock.lock();
        try {
            return transfer.grant;
        } finally {
            lock.unlock();
        }
    }

    void later(Transfer transfer, Duration pause) {
        lock.lock();
        try {
            transfer.notBefore = System.nanoTime() + pause.toNanos();
        } finally {
            lock.unlock();
        }
    }

    /** Sets it aside until the hub grants it again, unless it just did. */
    void needsGrant(Transfer transfer, UploadGrant refused) {
        lock.lock();
        try {
            if (transfer.grant.equals(refused) && transfer.state == Transfer.State.READY) {
                transfer.state = Transfer.State.NEEDS_GRANT;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends everything, the running request included. */
    void clear() {
        lock.lock();
        try {
            List.copyOf(transfers.keySet()).forEach(this::over);
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return transfers.size();
        } finally {
            lock.unlock();
        }
    }
}
