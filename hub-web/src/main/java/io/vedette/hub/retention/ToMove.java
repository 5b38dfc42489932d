package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.retention.Stock.Behind;
import io.vedette.hub.retention.Stock.Stored;
import io.vedette.hub.vaults.StorageProviderId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What a tenant has in the vault and elsewhere than its rules want it. Within a tenant's work. */
@Singleton
public class ToMove {
    private static final String ELSEWHERE = """
             from Recording r where r.tenant = :tenant and r.camera in :cameras and r.place = :vault
               and (r.provider is null or r.provider <> :target) and r.startedAt < :before
            """;

    private final TenantWork work;

    @Inject
    public ToMove(TenantWork work) {
        this.work = work;
    }

    /** Recordings that are to move, also those on hold, the oldest first; those that move already are not among them. */
    List<Stored> oldest(
            TenantId tenant,
            Collection<CameraId> cameras,
            StorageProviderId target,
            Instant before,
            Behind behind,
            int most) {
        return query(
                        tenant,
                        "select new io.vedette.hub.retention.Stock$Stored(r.id, r.camera, r.startedAt, r.durationMs, r.bytes, r.receivedAt)"
                                + ELSEWHERE
                                + """
                                 and r.startedAt >= :at and (r.startedAt > :at or r.id > :id)
                                 and not exists (select 1 from RecordingMove m where m.tenant = :tenant and m.recording = r.id)
                                 order by r.startedAt, r.id
                                """,
                        Stored.class,
                        cameras,
                        target,
                        before)
                .setParameter("at", behind.at())
                .setParameter("id", behind.id())
                .setMaxResults(most)
                .getResultList();
    }

    /** What is still to move, with what moves already; what ended a little too late for that is in it as well. */
    Plan.Share waiting(TenantId tenant, Collection<CameraId> cameras, StorageProviderId target, Chosen.Age age) {
        Object[] sums = query(
                        tenant,
                        "select count(*), coalesce(sum(r.bytes), 0L)" + ELSEWHERE + " and r.receivedAt <= :here",
                        Object[].class,
                        cameras,
                        target,
                        age.before())
                .setParameter("here", age.here())
                .getSingleResult();
        return new Plan.Share((long) sums[0], (long) sums[1]);
    }

    private <T> TypedQuery<T> query(
            TenantId tenant,
            String query,
            Class<T> type,
            Collection<CameraId> cameras,
            StorageProviderId target,
            Instant before) {
        return work.entities(tenant)
                .createQuery(query, type)
                .setParameter("tenant", tenant.value())
                .setParameter("cameras", cameras.stream().map(CameraId::value).toList())
                .setParameter("vault", Place.VAULT)
                .setParameter("target", target.value())
                .setParameter("before", before);
    }
}
