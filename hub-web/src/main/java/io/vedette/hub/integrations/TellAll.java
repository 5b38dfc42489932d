package io.vedette.hub.integrations;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has every integration told what waits for it, each on a thread of its own, so that a slow one keeps no other waiting. A few at once: each holds a
 * connection to the database while its broker takes its time.
 */
@Singleton
public class TellAll {
    private static final Logger LOG = LoggerFactory.getLogger(TellAll.class);
    private static final int AT_ONCE = 6;
    /** However slow all that one tenant has named may be, there is room for others. */
    private static final int OF_ONE_TENANT = 2;

    static final Duration KEPT = Duration.ofDays(30);

    private final TenantWork work;
    private final Tenants tenants;
    private final Integrations integrations;
    private final Outbox outbox;
    private final Tell tell;
    private final Publishers publishers;
    private final Clock clock;
    private final Set<IntegrationId> running = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final ConcurrentHashMap<TenantId, Semaphore> share = new ConcurrentHashMap<>();

    @Inject
    public TellAll(
            TenantWork work,
            Tenants tenants,
            Integrations integrations,
            Outbox outbox,
            Tell tell,
            Publishers publishers,
            Clock clock) {
        this.work = work;
        this.tenants = tenants;
        this.integrations = integrations;
        this.outbox = outbox;
        this.tell = tell;
        this.publishers = publishers;
        this.clock = clock;
    }

    /** To be called every few seconds. Returns at once. */
    public void run() {
        Set<IntegrationId> on = new HashSet<>();
        for (TenantId tenant : tenants.all()) {
            List<IntegrationId> some = work.as(tenant, () -> integrations.all(tenant)).stream()
                    .filter(Integration::enabled)
                    .map(Integration::id)
                    .toList();
            on.addAll(some);
            some.stream()
                    .filter(running::add)
                    .forEach(id -> Thread.ofVirtual().name("tell-" + id).start(() -> tell(tenant, id)));
        }
        publishers.closeAllBut(on);
    }

    /** Throws away what was kept for long enough to be told again. To be called each hour. */
    public void dropOld() {
        Instant oldest = clock.instant().minus(KEPT);
        for (TenantId tenant : tenants.all()) {
            int dropped = work.as(tenant, () -> outbox.dropBefore(tenant, oldest));
            if (dropped > 0) {
                LOG.debug("{} events of tenant {} are not kept any longer", dropped, tenant);
            }
        }
    }

    private void tell(TenantId tenant, IntegrationId id) {
        Semaphore mine = share.computeIfAbsent(tenant, one -> new Semaphore(OF_ONE_TENANT, true));
        try {
            mine.acquire();
            try {
                free.acquire();
                try {
                    tell.run(tenant, id);
                } finally {
                    free.release();
                }
            } finally {
                mine.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // one that fails must not keep the others waiting; it is tried again
            LOG.error("events could not be told to integration {}", id, e);
        } finally {
            running.remove(id);
        }
    }
}
