package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Uploads that are not settled: waiting, under way, or failed while the recording still lies at the edge. */
@Singleton
public class OpenUploads {
    /** Whoever counts and whoever lists says the same, so that a number and the list behind it agree. */
    private static final String OPEN = """
            u.tenant = :viewerTenant and u.camera in {visible} and u.state in :states
            and (u.state <> :failed
              or (exists (select 1 from Recording r
                    where r.tenant = u.tenant and r.camera = u.camera and r.startedAt = u.recordingStartedAt
                      and r.id = u.recording and r.place = :edge)
                and not exists (select 1 from Upload later
                    where later.tenant = u.tenant and later.recording = u.recording
                      and later.requestedAt > u.requestedAt)))
            """;

    private final VisibleCameras visible;

    @Inject
    public OpenUploads(VisibleCameras visible) {
        this.visible = visible;
    }

    /** How people ask for them. */
    public enum Kind {
        WAITING(Set.of(UploadPhase.REQUESTED)),
        MOVING(Set.of(UploadPhase.UPLOADING, UploadPhase.VERIFYING)),
        FAILED(Set.of(UploadPhase.FAILED));

        private final Set<UploadPhase> phases;

        Kind(Set<UploadPhase> phases) {
            this.phases = phases;
        }

        public Set<UploadPhase> phases() {
            return phases;
        }

        /** In addresses, interfaces and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param since when the first of them came into this state */
    public record Count(UUID camera, UploadPhase state, long count, Instant since) {}

    public List<Count> counts(Viewer viewer) {
        return visible.query(
                        viewer,
                        Action.REPLAY,
                        "select new io.vedette.hub.recordings.entity.OpenUploads$Count("
                                + "u.camera, u.state, count(*), min(u.changedAt)) from Upload u where " + OPEN
                                + " group by u.camera, u.state",
                        Count.class)
                .setParameter("states", phases(Optional.empty()))
                .setParameter("failed", UploadPhase.FAILED)
                .setParameter("edge", Place.EDGE)
                .getResultList();
    }

    /** What changed last comes first. */
    public List<Upload> find(Viewer viewer, Optional<Kind> kind, Optional<CameraId> camera, int skip, int most) {
        return visible.query(
                        viewer,
                        Action.REPLAY,
                        "select u from Upload u where " + OPEN + " and (:anyCamera = true or u.camera = :camera)"
                                + " order by u.changedAt desc, u.id desc",
                        Upload.class)
                .setParameter("states", phases(kind))
                .setParameter("failed", UploadPhase.FAILED)
                .setParameter("edge", Place.EDGE)
                .setParameter("anyCamera", camera.isEmpty())
                .setParameter("camera", camera.map(CameraId::value).orElse(new UUID(0, 0)))
                .setFirstResult(skip)
                .setMaxResults(most)
                .getResultList();
    }

    private static List<UploadPhase> phases(Optional<Kind> kind) {
        return Arrays.stream(Kind.values())
                .filter(one -> kind.isEmpty() || kind.get() == one)
                .flatMap(one -> one.phases().stream())
                .toList();
    }
}
