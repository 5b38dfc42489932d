package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What some cameras saw last, as far as a picture of it has come. */
@Singleton
public class LastPictures {
    private final VisibleCameras visible;

    @Inject
    public LastPictures(VisibleCameras visible) {
        this.visible = visible;
    }

    /** A recording with a picture, and its camera. */
    public record Pictured(UUID camera, UUID recording) {}

    /** The last recording with a picture, of each camera that has one and that the viewer may replay. */
    public Map<CameraId, RecordingId> of(Viewer viewer, Collection<CameraId> cameras) {
        if (cameras.isEmpty()) {
            return Map.of();
        }
        List<Pictured> found = visible.query(viewer, Action.REPLAY, """
                        select new io.vedette.hub.recordings.entity.LastPictures$Pictured(c.id, p.id)
                        from Camera c join lateral (
                          select r.id as id from Recording r
                          where r.tenant = :viewerTenant and r.camera = c.id and r.thumbnail = true
                          order by r.startedAt desc limit 1) p
                        where c.tenant = :viewerTenant and c.id in :cameras and c.id in {visible}
                        """, Pictured.class)
                .setParameter("cameras", cameras.stream().map(CameraId::value).toList())
                .getResultList();
        return found.stream()
                .collect(Collectors.toMap(one -> new CameraId(one.camera()), one -> new RecordingId(one.recording())));
    }
}
