package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All that was recorded by cameras that go: counted before, thrown away after. For work that no person asked for. */
@Singleton
public class RecordingsOfCameras {
    private static final List<UploadPhase> UNDER_WAY =
            List.of(UploadPhase.REQUESTED, UploadPhase.UPLOADING, UploadPhase.VERIFYING);

    /** Rows of one kind; the camera stands in both statements, for the index. */
    private record Kind(String find, String drop) {}

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "select u.id from Upload u where u.tenant = :tenant and u.camera = :camera",
                    "delete from Upload u where u.tenant = :tenant and u.camera = :camera and u.id in :ids"),
            new Kind(
                    "select b.upload from Beginning b where b.tenant = :tenant and b.camera = :camera",
                    "delete from Beginning b where b.tenant = :tenant and b.camera = :camera and b.upload in :ids"),
            new Kind(
                    "select e.id from CameraEvent e where e.tenant = :tenant and e.camera = :camera",
                    "delete from CameraEvent e where e.tenant = :tenant and e.camera = :camera and e.id in :ids"),
            new Kind(
                    "select c.id from EdgeCopy c where c.tenant = :tenant and c.camera = :camera",
                    "delete from EdgeCopy c where c.tenant = :tenant and c.camera = :camera and c.id in :ids"),
            ofAnalysis("DetectionRow"),
            ofAnalysis("MarkerRow"),
            ofAnalysis("RecordingLabel"),
            ofAnalysis("AnalysisRun"),
            new Kind(
                    "select r.id from Recording r where r.tenant = :tenant and r.camera = :camera",
                    "delete from Recording r where r.tenant = :tenant and r.camera = :camera and r.id in :ids"));

    /** By recording: some of them at a time. */
    private static Kind ofAnalysis(String rows) {
        return new Kind(
                "select distinct x.recording from " + rows + " x where x.tenant = :tenant and x.camera = :camera",
                "delete from " + rows + " x where x.tenant = :tenant and x.camera = :camera and x.recording in :ids");
    }

    private final TenantWork work;

    @Inject
    public RecordingsOfCameras(TenantWork work) {
        this.work = work;
    }

    /**
     * What there is of some cameras.
     *
     * @param vaultBytes what the vault gives free
     */
    public record Sum(long recordings, long vaultBytes) {}

    public Sum sum(TenantId tenant, Collection<CameraId> cameras) {
        if (cameras.isEmpty()) {
            return new Sum(0, 0);
        }
        return work.entities(tenant)
                .createQuery("""
                        select new io.vedette.hub.recordings.entity.RecordingsOfCameras$Sum(
                          coalesce(sum(t.edgeRecordings + t.vaultRecordings), 0L), coalesce(sum(t.vaultBytes), 0L))
                        from RecordingTotal t where t.tenant = :tenant and t.camera in :cameras
                        """, Sum.class)
                .setParameter("tenant", tenant.value())
                .setParameter("cameras", cameras.stream().map(CameraId::value).toList())
                .getSingleResult();
    }

    /** Uploads under way. */
    public List<UploadId> openUploads(TenantId tenant, Collection<CameraId> cameras) {
        if (cameras.isEmpty()) {
            return List.of();
        }
        return work.entities(tenant)
                .createQuery(
                        "select u.id from Upload u where u.tenant = :tenant and u.camera in :cameras and u.state in :states",
                        UUID.class)
                .setParameter("tenant", tenant.value())
                .setParameter("cameras", cameras.stream().map(CameraId::value).toList())
                .setParameter("states", UNDER_WAY)
                .getResultStream()
                .map(UploadId::new)
                .toList();
    }

    /** Throws away some rows of a camera: uploads and beginnings, then events, then what was seen, then recordings; 0 when there are none left. */
    public int drop(TenantId tenant, CameraId camera, int most) {
        for (Kind kind : KINDS) {
            List<UUID> ids = work.entities(tenant)
                    .createQuery(kind.find(), UUID.class)
                    .setParameter("tenant", tenant.value())
                    .setParameter("camera", camera.value())
                    .setMaxResults(most)
                    .getResultList();
            if (!ids.isEmpty()) {
                return work.entities(tenant)
                        .createQuery(kind.drop())
                        .setParameter("tenant", tenant.value())
                        .setParameter("camera", camera.value())
                        .setParameter("ids", ids)
                        .executeUpdate();
            }
        }
        return 0;
    }
}
