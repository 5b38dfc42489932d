package io.vedette.hub.integrations;

import io.vedette.contracts.event.EventCodec;
import io.vedette.contracts.event.RecordingStored;
import io.vedette.contracts.event.RecordingStoredEvent;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes events. Within the tenant's work that makes them true: both are committed, or neither. */
@Singleton
public class Outbox {
    private final TenantWork work;
    private final Clock clock;

    @Inject
    public Outbox(TenantWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    @Produces
    static Entities entities() {
        return Entities.of(CameraSequence.class, OutboxEvent.class, Integration.class, Lane.class, DeadLetter.class);
    }

    /** Others that add for this camera wait until this transaction ends: no place is seen before the ones ahead of it. */
    public void add(TenantId tenant, RecordingStored data) {
        CameraId camera = data.camera().id();
        long place = sequence(tenant, camera)
                .orElseGet(() -> {
                    begin(tenant, camera);
                    return sequence(tenant, camera).orElseThrow();
                })
                .next();
        var event = RecordingStoredEvent.of(data, clock.instant(), place);
        work.entities(tenant).persist(new OutboxEvent(camera, place, EventCodec.write(event), clock.instant()));
    }

    private Optional<CameraSequence> sequence(TenantId tenant, CameraId camera) {
        return work.entities(tenant)
                .createQuery(
                        "select s from CameraSequence s where s.tenant = :tenant and s.camera = :camera",
                        CameraSequence.class)
                .setParameter("tenant", tenant.value())
                .setParameter("camera", camera.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The first of a camera; of two who are it, one makes the row. */
    private void begin(TenantId tenant, CameraId camera) {
        work.entities(tenant)
                .createQuery("insert into CameraSequence (tenant, camera, last) select t.id, :camera, 0L from Tenant t"
                        + " where t.id = :tenant on conflict do nothing")
                .setParameter("tenant", tenant.value())
                .setParameter("camera", camera.value())
                .executeUpdate();
    }

    /** Of a camera that was taken away nothing is told any more. */
    public void forget(TenantId tenant, CameraId camera) {
        for (String rows : List.of(
                "delete from DeadLetter d where d.tenant = :tenant and d.camera = :camera",
                "delete from OutboxEvent e where e.tenant = :tenant and e.camera = :camera",
                "delete from Lane l where l.tenant = :tenant and l.camera = :camera",
                "delete from CameraSequence s where s.tenant = :tenant and s.camera = :camera")) {
            work.entities(tenant)
                    .createQuery(rows)
                    .setParameter("tenant", tenant.value())
                    .setParameter("camera", camera.value())
                    .executeUpdate();
        }
    }

    /** Throws away what was made before this instant, told or not. Dead letters go with their events. */
    int dropBefore(TenantId tenant, Instant oldest) {
        return work.entities(tenant)
                .createQuery("delete from OutboxEvent e where e.tenant = :tenant and e.madeAt < :oldest")
                .setParameter("tenant", tenant.value())
                .setParameter("oldest", oldest)
                .executeUpdate();
    }
}
