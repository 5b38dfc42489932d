package io.vedette.hub.integrations;

import io.vedette.contracts.event.EventCodec;
import io.vedette.contracts.event.RecordingStoredEvent;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.seal.SealBroken;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.vault.event.EventFault;
import io.vedette.vault.event.EventPublisher;
import io.vedette.vault.event.OutgoingEvent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries events out, camera by camera. A lane is held by its row while some of its events are published, and skipped by whoever finds it held; so
 * several hubs may be at it, and each camera's order is kept. What was published and not yet written down, because we died in between, is published again.
 */
@Singleton
public class Tell {
    private static final Logger LOG = LoggerFactory.getLogger(Tell.class);
    private static final int AT_ONCE = 100;
    private static final Duration HOLDS_AT_MOST = Duration.ofSeconds(10);
    /** Then others have their turn. */
    private static final Duration TURN = Duration.ofSeconds(30);

    /** PostgreSQL's {@code skip locked}, as Jakarta Persistence leaves it to the provider (Hibernate: -2). */
    private static final int SKIP_LOCKED = -2;

    private final TenantWork work;
    private final Integrations integrations;
    private final Publishers publishers;
    private final Clock clock;
    private final DoubleSupplier chance;

    @Inject
    public Tell(TenantWork work, Integrations integrations, Publishers publishers, Clock clock) {
        this(
                work,
                integrations,
                publishers,
                clock,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** @param chance from 0 to 1 */
    public Tell(TenantWork work, Integrations integrations, Publishers publishers, Clock clock, DoubleSupplier chance) {
        this.work = work;
        this.integrations = integrations;
        this.publishers = publishers;
        this.clock = clock;
        this.chance = chance;
    }

    /** What there is to tell this one, until nothing is left, it takes nothing, or its turn is over. Outside any tenant's work. */
    public void run(TenantId tenant, IntegrationId id) {
        newLanes(tenant, id);
        Optional<EventPublisher> publisher = publisher(tenant, id);
        boolean more = publisher.isPresent();
        long begun = System.nanoTime();
        while (more && System.nanoTime() - begun < TURN.toNanos()) {
            EventPublisher to = publisher.get();
            more = work.as(tenant, () -> lane(tenant, id, to));
        }
    }

    /** For cameras that have told something for the first time. Of two who make one, one does. */
    private void newLanes(TenantId tenant, IntegrationId id) {
        work.run(
                tenant,
                () -> work.entities(tenant)
                        .createQuery("insert into Lane (tenant, integration, camera, next)"
                                + " select s.tenant, :id, s.camera, 1L from CameraSequence s where s.tenant = :tenant and not exists"
                                + " (select 1 from Lane l where l.tenant = :tenant and l.integration = :id and l.camera = s.camera)"
                                + " on conflict do nothing")
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", id.value())
                        .executeUpdate());
    }

    private Optional<EventPublisher> publisher(TenantId tenant, IntegrationId id) {
        return work.as(
                tenant,
                () -> integrations
                        .find(tenant, id)
                        .filter(one -> one.enabled() && !one.rests(clock.instant()))
                        .flatMap(this::opened));
    }

    private Optional<EventPublisher> opened(Integration integration) {
        try {
            return Optional.of(
                    publishers.of(integration.id(), integration.version(), () -> integrations.target(integration)));
        } catch (SealBroken e) {
            rests(integration, EventFault.of(EventFault.Kind.REFUSED, "its settings do not open", e));
            return Optional.empty();
        }
    }

    /** Whether it is worth looking for another lane. */
    private boolean lane(TenantId tenant, IntegrationId id, EventPublisher publisher) {
        Optional<Lane> found = next(tenant, id);
        if (found.isEmpty()) {
            return false;
        }
        Lane lane = found.get();
        long begun = System.nanoTime();
        for (OutboxEvent event : events(tenant, lane)) {
            try {
                publisher.publish(outgoing(event));
            } catch (EventFault fault) {
                if (!fault.kind().poison()) {
                    integrations.find(tenant, id).ifPresent(one -> rests(one, fault));
                    return false;
                }
                LOG.warn(
                        "an event of tenant {} is put aside, as integration {} will never take it: {}",
                        tenant,
                        id,
                        fault.getMessage());
                work.entities(tenant).merge(new DeadLetter(id, event, fault, clock.instant()));
            }
            lane.past(event.sequence());
            if (System.nanoTime() - begun > HOLDS_AT_MOST.toNanos()) {
                break;
            }
        }
        integrations.find(tenant, id).filter(one -> one.trouble().isPresent()).ifPresent(this::works);
        return true;
    }

    private Optional<Lane> next(TenantId tenant, IntegrationId id) {
        return work.entities(tenant)
                .createQuery(
                        "select l from Lane l where l.tenant = :tenant and l.integration = :id and l.next <="
                                + " (select s.last from CameraSequence s where s.tenant = :tenant and s.camera = l.camera)",
                        Lane.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private List<OutboxEvent> events(TenantId tenant, Lane lane) {
        List<OutboxEvent> some = work.entities(tenant)
                .createQuery(
                        "select e from OutboxEvent e where e.tenant = :tenant and e.camera = :camera and e.sequence >= :next"
                                + " order by e.sequence",
                        OutboxEvent.class)
                .setParameter("tenant", tenant.value())
                .setParameter("camera", lane.camera().value())
                .setParameter("next", lane.next())
                .setMaxResults(AT_ONCE)
                .getResultList();
        if (some.isEmpty()) { // what was kept for so long has gone: the lane goes on behind it
            integrations.sequences(tenant).stream()
                    .filter(one -> one.camera().equals(lane.camera()))
                    .forEach(one -> lane.past(one.last()));
        }
        return some;
    }

    private static OutgoingEvent outgoing(OutboxEvent event) {
        try {
            RecordingStoredEvent stored = EventCodec.recordingStored(event.body());
            return OutgoingEvent.of(stored);
        } catch (EventCodec.UnreadableEvent e) {
            throw EventFault.of(EventFault.Kind.UNFIT, "an event in the outbox cannot be read", e);
        }
    }

    private void rests(Integration integration, EventFault fault) {
        if (integration.trouble().isEmpty()) {
            LOG.error(
                    "integration {} of tenant {} takes nothing, events wait: {}: {}",
                    integration.id(),
                    integration.tenant(),
                    fault.kind(),
                    fault.getMessage());
        }
        integration.failed(fault, clock.instant(), chance.getAsDouble());
    }

    private void works(Integration integration) {
        LOG.info("integration {} of tenant {} takes events again", integration.id(), integration.tenant());
        integration.works(clock.instant());
    }
}
