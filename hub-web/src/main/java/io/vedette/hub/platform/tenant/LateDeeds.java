package io.vedette.hub.platform.tenant;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.stop.HubStops;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps deeds that no transaction belongs to, such as the end of a live view: whoever notes one never waits for the database, and while that is
 * away they wait here.
 */
@Singleton
public class LateDeeds {
    private static final Logger LOG = LoggerFactory.getLogger(LateDeeds.class);
    private static final int MOST_WAITING = 10_000;
    private static final long LOOK_MILLIS = 500;
    private static final int AFTER_ALL_OTHERS = Integer.MAX_VALUE;

    private final TenantWork work;
    private final Deque<Late> waiting = new ArrayDeque<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("late-deeds").factory());

    private record Late(TenantId tenant, Doer doer, Deed deed) {}

    @Inject
    public LateDeeds(TenantWork work) {
        this.work = work;
        var unused = worker.scheduleWithFixedDelay(this::write, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    public void note(TenantId tenant, Doer doer, Deed deed) {
        synchronized (waiting) {
            if (waiting.size() >= MOST_WAITING) {
                LOG.error("the audit log loses a deed: {} already wait for the database", MOST_WAITING);
                waiting.removeFirst();
            }
            waiting.addLast(new Late(tenant, doer, deed));
        }
    }

    /** Writes what waits; what cannot be written now waits on, behind the others so that it never keeps them from being written. */
    public synchronized void write() {
        for (Late next = first(); next != null && written(next); next = first()) {
            remove(next);
        }
    }

    private boolean written(Late one) {
        try {
            work.run(one.tenant(), () -> {
                work.by(one.doer());
                work.note(one.deed());
            });
            return true;
        } catch (RuntimeException e) {
            LOG.warn("a deed waits to be written to the audit log: {}", e.toString());
            remove(one);
            note(one.tenant(), one.doer(), one.deed());
            return false;
        }
    }

    private void remove(Late one) {
        synchronized (waiting) {
            waiting.removeFirstOccurrence(one);
        }
    }

    private @Nullable Late first() {
        synchronized (waiting) {
            return waiting.peekFirst();
        }
    }

    void stops(@Observes @Priority(AFTER_ALL_OTHERS) HubStops now) {
        write();
    }

    @PreDestroy
    public void stop() {
        worker.shutdownNow();
        write();
    }
}
