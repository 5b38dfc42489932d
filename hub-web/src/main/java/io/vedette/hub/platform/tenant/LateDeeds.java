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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps deeds that no transaction belongs to, such as the end of a live view: whoever notes one never waits for the database, and while that is
 * away they wait here, in order.
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

    /** Writes what waits; what cannot be written now waits on. */
    public synchronized void write() {
        try {
            for (Late next = first(); next != null; next = first()) {
                Late one = next;
                work.run(one.tenant(), () -> {
                    work.by(one.doer());
                    work.note(one.deed());
                });
                synchronized (waiting) {
                    waiting.remove(one);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("deeds wait for the database: {}", e.toString());
        }
    }

    private @org.jspecify.annotations.Nullable Late first() {
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
