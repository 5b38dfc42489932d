package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.Place;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a tenant has in the vault, as far as retention asks. Within a tenant's work. */
@Singleton
public class Stock {
    private static final String LABELS = """
            select x.recording, x.label from RecordingLabel x
            where x.tenant = :tenant and x.camera in :cameras and x.startedAt >= :first and x.startedAt <= :last
              and x.recording in :ids
            """;

    private static final String LOOKED = """
            select x.recording, x.engine from AnalysisRun x
            where x.tenant = :tenant and x.camera in :cameras and x.startedAt >= :first and x.startedAt <= :last
              and x.recording in :ids
            """;

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
    public record Stored(
            UUID id, UUID camera, Instant startedAt, long durationMs, long bytes, Instant receivedAt, Seen seen) {
        /** What was seen in it, nobody has asked yet. */
        public Stored(UUID id, UUID camera, Instant startedAt, long durationMs, long bytes, Instant receivedAt) {
            this(id, camera, startedAt, durationMs, bytes, receivedAt, Seen.UNKNOWN);
        }

        Stored with(Seen now) {
            return new Stored(id, camera, startedAt, durationMs, bytes, receivedAt, now);
        }

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
     * Recordings that may go, the oldest first.
     *
     * @param before those that began before
     * @param behind the last one before these; its start and id
     * @param inFolder those in the hub's own folder alone
     */
    List<Stored> oldest(TenantId tenant, List<Pick> picks, Instant before, Behind behind, boolean inFolder, int most) {
        if (picks.isEmpty()) {
            return List.of();
        }
        TypedQuery<Stored> query = work.entities(tenant)
                .createQuery("""
                        select new io.vedette.hub.retention.Stock$Stored(
                          r.id, r.camera, r.startedAt, r.durationMs, r.bytes, r.receivedAt)
                        from Recording r
                        where r.tenant = :tenant and r.place = :vault and r.heldAt is null
                          and r.startedAt < :before and r.startedAt >= :at
                          and (r.startedAt > :at or r.id > :id)
                          and (:anywhere = true or r.provider is null)
                          and """ + Pick.condition(picks) + " order by r.startedAt, r.id", Stored.class)
                .setParameter("tenant", tenant.value())
                .setParameter("vault", Place.VAULT)
                .setParameter("before", before)
                .setParameter("at", behind.at())
                .setParameter("id", behind.id())
                .setParameter("anywhere", !inFolder)
                .setMaxResults(most);
        return Pick.set(query, picks).getResultList();
    }

    /** The same, with what programs saw in them. */
    List<Stored> seen(TenantId tenant, List<Stored> some) {
        if (some.isEmpty()) {
            return some;
        }
        Map<UUID, Set<Label>> labels = words(tenant, some, LABELS).stream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0],
                        Collectors.mapping(row -> new Label((String) row[1]), Collectors.toSet())));
        Set<UUID> looked =
                words(tenant, some, LOOKED).stream().map(row -> (UUID) row[0]).collect(Collectors.toSet());
        return some.stream()
                .map(one -> one.with(new Seen(looked.contains(one.id()), labels.getOrDefault(one.id(), Set.of()))))
                .toList();
    }

    private List<Object[]> words(TenantId tenant, List<Stored> some, String rows) {
        return work.entities(tenant)
                .createQuery(rows, Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("cameras", some.stream().map(Stored::camera).collect(Collectors.toSet()))
                .setParameter("first", some.getFirst().startedAt())
                .setParameter("last", some.getLast().startedAt())
                .setParameter("ids", some.stream().map(Stored::id).toList())
                .getResultList();
    }

    /** Bytes in the hub's own folder that are on their way out: what is being deleted, and first copies of what is at a second place by now. */
    long leavingInFolder(TenantId tenant) {
        return sum(
                        tenant,
                        "select coalesce(sum(r.bytes), 0L) from Recording r where r.tenant = :tenant"
                                + " and r.place = io.vedette.hub.recordings.entity.Place.LEAVING and r.provider is null")
                + sum(
                        tenant,
                        "select coalesce(sum(m.bytes), 0L) from RecordingMove m where m.tenant = :tenant and m.source is null and m.movedAt is not null");
    }

    private long sum(TenantId tenant, String query) {
        return work.entities(tenant)
                .createQuery(query, Long.class)
                .setParameter("tenant", tenant.value())
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

    /** What began since then and is in the vault now; of some, or of all. */
    List<Lately> lately(TenantId tenant, Instant since, Optional<Pick> some) {
        List<Pick> picks = some.stream().toList();
        TypedQuery<Lately> query = work.entities(tenant)
                .createQuery(
                        "select new io.vedette.hub.retention.Stock$Lately(r.camera, min(r.startedAt), sum(r.bytes)) from Recording r"
                                + " where r.tenant = :tenant and r.place = :vault and r.startedAt >= :since"
                                + (picks.isEmpty() ? "" : " and " + Pick.condition(picks)) + " group by r.camera",
                        Lately.class)
                .setParameter("tenant", tenant.value())
                .setParameter("vault", Place.VAULT)
                .setParameter("since", since);
        return Pick.set(query, picks).getResultList();
    }
}
