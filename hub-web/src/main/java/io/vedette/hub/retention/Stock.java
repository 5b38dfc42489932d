package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.Place;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a tenant has in the vault, as far as retention asks. Within a tenant's work. */
@Singleton
public class Stock {
    private final TenantWork work;

    @Inject
    public Stock(TenantWork work) {
        this.work = work;
    }

    /** A camera and where it is. */
    record Standing(UUID camera, UUID site) {}

    /**
     * A recording in the vault that is not on hold.
     *
     * @param receivedAt when the hub heard of it, by its own clock
     */
    public record Stored(UUID id, UUID camera, Instant startedAt, long durationMs, long bytes, Instant receivedAt) {
        Departures.Key key() {
            return new Departures.Key(new CameraId(camera), startedAt, new RecordingId(id));
        }

        Instant endedAt() {
            return startedAt.plusMillis(durationMs);
        }
    }

    /** Bytes of a camera. */
    record Sum(UUID camera, long bytes) {}

    /** What a camera's recordings of the last days come to. */
    record Lately(UUID camera, Instant first, long bytes) {}

    /** All cameras that were not taken away. */
    public Map<CameraId, SiteId> cameras(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select new io.vedette.hub.retention.Stock$Standing(c.id, c.site) from Camera c"
                                + " where c.tenant = :tenant and c.deletedAt is null",
                        Standing.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .collect(Collectors.toMap(one -> new CameraId(one.camera()), one -> new SiteId(one.site())));
    }

    /** Bytes in the vault by camera, with what is on hold and without what is leaving. */
    public Map<CameraId, Long> bytes(TenantId tenant) {
        Map<CameraId, Long> bytes = new HashMap<>();
        sums(
                        tenant,
                        "select new io.vedette.hub.retention.Stock$Sum(t.camera, t.vaultBytes) from RecordingTotal t where t.tenant = :tenant")
                .forEach(one -> bytes.put(new CameraId(one.camera()), one.bytes()));
        sums(
                        tenant,
                        "select new io.vedette.hub.retention.Stock$Sum(r.camera, sum(r.bytes)) from Recording r"
                                + " where r.tenant = :tenant and r.place = io.vedette.hub.recordings.entity.Place.LEAVING group by r.camera")
                .forEach(one -> bytes.merge(new CameraId(one.camera()), -one.bytes(), Long::sum));
        return bytes;
    }

    private List<Sum> sums(TenantId tenant, String query) {
        return work.entities(tenant)
                .createQuery(query, Sum.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /**
     * Recordings of some cameras that may go, the oldest first.
     *
     * @param before those that began before
     * @param behind the last one before these; its start and id
     * @param inFolder those in the hub's own folder alone
     */
    List<Stored> oldest(
            TenantId tenant, Collection<CameraId> cameras, Instant before, Behind behind, boolean inFolder, int most) {
        if (cameras.isEmpty()) {
            return List.of();
        }
        return work.entities(tenant)
                .createQuery("""
                        select new io.vedette.hub.retention.Stock$Stored(
                          r.id, r.camera, r.startedAt, r.durationMs, r.bytes, r.receivedAt)
                        from Recording r
                        where r.tenant = :tenant and r.camera in :cameras and r.place = :vault and r.heldAt is null
                          and r.startedAt < :before and r.startedAt >= :at
                          and (r.startedAt > :at or r.id > :id)
                          and (:anywhere = true or r.provider is null)
                        order by r.startedAt, r.id
                        """, Stored.class)
                .setParameter("tenant", tenant.value())
                .setParameter("cameras", cameras.stream().map(CameraId::value).toList())
                .setParameter("vault", Place.VAULT)
                .setParameter("before", before)
                .setParameter("at", behind.at())
                .setParameter("id", behind.id())
                .setParameter("anywhere", !inFolder)
                .setMaxResults(most)
                .getResultList();
    }

    /** Bytes in the hub's own folder that are on their way out. */
    long leavingInFolder(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select coalesce(sum(r.bytes), 0L) from Recording r where r.tenant = :tenant and r.place = :leaving and r.provider is null",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("leaving", Place.LEAVING)
                .getSingleResult();
    }

    /** A place in the order of age. */
    record Behind(Instant at, UUID id) {
        /** As PostgreSQL orders them; Java takes a UUID's halves as signed. */
        private static final Comparator<Behind> ORDER = Comparator.comparing(Behind::at)
                .thenComparing(one -> one.id().getMostSignificantBits(), Long::compareUnsigned)
                .thenComparing(one -> one.id().getLeastSignificantBits(), Long::compareUnsigned);

        static final Behind NOTHING = new Behind(Instant.EPOCH, new UUID(0, 0));

        static Behind of(Stored one) {
            return new Behind(one.startedAt(), one.id());
        }

        /** Whether this is it, or comes behind it. */
        boolean reaches(Stored one) {
            return ORDER.compare(of(one), this) <= 0;
        }
    }

    /** What began since then and is in the vault now. */
    List<Lately> lately(TenantId tenant, Instant since) {
        return work.entities(tenant)
                .createQuery(
                        "select new io.vedette.hub.retention.Stock$Lately(r.camera, min(r.startedAt), sum(r.bytes)) from Recording r"
                                + " where r.tenant = :tenant and r.place = :vault and r.startedAt >= :since group by r.camera",
                        Lately.class)
                .setParameter("tenant", tenant.value())
                .setParameter("vault", Place.VAULT)
                .setParameter("since", since)
                .getResultList();
    }
}
