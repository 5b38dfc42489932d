package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of recordings that are deleted from the vault. Within a tenant's work; for work that no person asked for. */
@Singleton
public class Departures {
    private static final Set<UploadPhase> UNDER_WAY =
            Set.of(UploadPhase.REQUESTED, UploadPhase.UPLOADING, UploadPhase.VERIFYING);

    private final TenantWork work;
    private final Clock clock;

    @Inject
    public Departures(TenantWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** By which a row is found in its partition. */
    public record Key(CameraId camera, Instant startedAt, RecordingId id) {
        public static Key of(Recording recording) {
            return new Key(recording.camera(), recording.startedAt(), recording.id());
        }
    }

    /**
     * Marks a recording as leaving, unless it is on hold. One statement: it looks at the hold with the row's lock in hand, so of a hold and this that meet
     * one comes first, and the other one sees it.
     *
     * @return false when it stays: it is on hold, not in the vault, or something of it is just coming in
     */
    public boolean mark(TenantId tenant, Key one, LeavingWhy why) {
        return work.entities(tenant)
                        .createQuery("""
                                update Recording r set r.place = :leaving, r.leavingAt = :now, r.leavingWhy = :why
                                where r.tenant = :tenant and r.camera = :camera and r.startedAt = :at and r.id = :id
                                  and r.place = :vault and r.heldAt is null
                                  and not exists (select 1 from Upload u
                                    where u.tenant = :tenant and u.recording = :id and u.state in :underWay)
                                """)
                        .setParameter("leaving", Place.LEAVING)
                        .setParameter("now", clock.instant())
                        .setParameter("why", why)
                        .setParameter("tenant", tenant.value())
                        .setParameter("camera", one.camera().value())
                        .setParameter("at", one.startedAt())
                        .setParameter("id", one.id().value())
                        .setParameter("vault", Place.VAULT)
                        .setParameter("underWay", UNDER_WAY)
                        .executeUpdate()
                == 1;
    }

    /** What is leaving, in the order of ids, behind one of them. */
    public List<Recording> leaving(TenantId tenant, RecordingId after, int most) {
        return work.entities(tenant)
                .createQuery(
                        "select r from Recording r where r.tenant = :tenant and r.place = :leaving and r.id > :after order by r.id",
                        Recording.class)
                .setParameter("tenant", tenant.value())
                .setParameter("leaving", Place.LEAVING)
                .setParameter("after", after.value())
                .setMaxResults(most)
                .getResultList();
    }

    /** How many are leaving, and their bytes. */
    public record Sum(long recordings, long bytes) {}

    public Sum sum(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select new io.vedette.hub.recordings.entity.Departures$Sum(count(*), coalesce(sum(r.bytes), 0L))"
                                + " from Recording r where r.tenant = :tenant and r.place = :leaving",
                        Sum.class)
                .setParameter("tenant", tenant.value())
                .setParameter("leaving", Place.LEAVING)
                .getSingleResult();
    }

    /** How many recordings of these cameras are on hold. */
    public long held(TenantId tenant, Collection<CameraId> cameras) {
        List<UUID> ids = cameras.stream().map(CameraId::value).toList();
        return ids.isEmpty()
                ? 0
                : work.entities(tenant)
                        .createQuery(
                                "select count(*) from Recording r where r.tenant = :tenant and r.heldAt is not null and r.camera in :ids",
                                Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("ids", ids)
                        .getSingleResult();
    }

    /** The last of one whose bytes are gone, but for a line in the audit log. False when somebody else was first. */
    public boolean drop(TenantId tenant, Recording recording, Optional<LeavingWhy> why) {
        for (String rows : List.of(
                "delete from Upload u where u.tenant = :tenant and u.recording = :id",
                "delete from Beginning b where b.tenant = :tenant and b.recording = :id",
                "delete from EdgeCopy c where c.tenant = :tenant and c.recording = :id",
                "delete from DetectionRow d where d.tenant = :tenant and d.recording = :id",
                "delete from MarkerRow m where m.tenant = :tenant and m.recording = :id",
                "delete from RecordingLabel l where l.tenant = :tenant and l.recording = :id",
                "delete from AnalysisRun a where a.tenant = :tenant and a.recording = :id")) {
            int unused = work.entities(tenant)
                    .createQuery(rows)
                    .setParameter("tenant", tenant.value())
                    .setParameter("id", recording.id().value())
                    .executeUpdate();
        }
        boolean dropped = work.entities(tenant)
                        .createQuery("""
                                delete from Recording r where r.tenant = :tenant and r.camera = :camera
                                  and r.startedAt = :at and r.id = :id and r.place = :leaving
                                """)
                        .setParameter("tenant", tenant.value())
                        .setParameter("camera", recording.camera().value())
                        .setParameter("at", recording.startedAt())
                        .setParameter("id", recording.id().value())
                        .setParameter("leaving", Place.LEAVING)
                        .executeUpdate()
                == 1;
        if (dropped) {
            if (why.filter(LeavingWhy.WHOLE::equals).isEmpty()) {
                work.entities(tenant).persist(new DroppedRecording(recording.id(), clock.instant()));
            }
            work.note(recording
                    .deed(DeedKind.RECORDING_DELETED)
                    .with("why", why.map(LeavingWhy::name).orElse(""))
                    .with("bytes", recording.bytes())
                    .with("sha256", recording.sha256()));
        }
        return dropped;
    }

    /** Whether this one was here and was deleted. */
    public boolean dropped(TenantId tenant, RecordingId recording) {
        return work.entities(tenant).find(DroppedRecording.class, recording.value()) != null;
    }

    /** No agent has its recordings for so long. */
    public void forget(TenantId tenant, Instant before) {
        int unused = work.entities(tenant)
                .createQuery("delete from DroppedRecording d where d.tenant = :tenant and d.droppedAt < :before")
                .setParameter("tenant", tenant.value())
                .setParameter("before", before)
                .executeUpdate();
    }
}
