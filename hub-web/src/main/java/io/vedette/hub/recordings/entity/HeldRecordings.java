package io.vedette.hub.recordings.entity;

import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Recordings that are on hold, as far as the viewer may replay them. */
@Singleton
public class HeldRecordings {
    private final VisibleCameras visible;

    @Inject
    public HeldRecordings(VisibleCameras visible) {
        this.visible = visible;
    }

    /** The latest hold first; of more than {@code most} the latest. */
    public List<Recording> all(Viewer viewer, int most) {
        return visible.query(viewer, Action.REPLAY, """
                        select r from Recording r
                        where r.tenant = :viewerTenant and r.heldAt is not null and r.camera in {visible}
                        order by r.heldAt desc, r.id desc
                        """, Recording.class)
                .setMaxResults(most)
                .getResultList();
    }
}
