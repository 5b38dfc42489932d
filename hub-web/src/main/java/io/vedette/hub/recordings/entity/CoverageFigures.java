package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What some cameras recorded in a span of time, coarse enough to draw a day of each beside the others. */
@Singleton
public class CoverageFigures {
    private static final int MOST_LOSSES = 1000;
    private final VisibleCameras visible;

    @Inject
    public CoverageFigures(VisibleCameras visible) {
        this.visible = visible;
    }

    /**
     * What began within the same five minutes. The database adds it up, so that a camera is at most a few hundred rows a day,
     * however short its recordings are.
     *
     * @param until when the last of them ends, in milliseconds since the epoch
     * @param millis of pictures in them
     */
    public record Stretch(UUID camera, Place place, Instant from, long until, long millis, long recordings) {
        public Instant to() {
            return Instant.ofEpochMilli(until);
        }

        public Duration length() {
            return Duration.ofMillis(millis);
        }
    }

    /** When pictures of a camera stopped or came back. */
    public record Turn(UUID camera, String kind, Instant at) {
        public boolean lost() {
            return kind.equals("camera.lost");
        }
    }

    public List<Stretch> stretches(Viewer viewer, Collection<CameraId> cameras, Instant from, Instant to) {
        if (cameras.isEmpty()) {
            return List.of();
        }
        return visible.query(viewer, Action.REPLAY, """
                        select new io.vedette.hub.recordings.entity.CoverageFigures$Stretch(
                          r.camera, r.place, min(r.startedAt),
                          cast(max(extract(epoch from r.startedAt) * 1000 + r.durationMs) as Long),
                          sum(r.durationMs), count(*))
                        from Recording r
                        where r.tenant = :viewerTenant and r.camera in :cameras and r.camera in {visible}
                          and r.startedAt >= :from and r.startedAt < :to
                        group by r.camera, r.place, cast(floor(extract(epoch from r.startedAt) / 300) as Long)
                        order by 3
                        """, Stretch.class)
                .setParameter("cameras", cameras.stream().map(CameraId::value).toList())
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    public List<Turn> turns(Viewer viewer, Collection<CameraId> cameras, Instant from, Instant to) {
        if (cameras.isEmpty()) {
            return List.of();
        }
        return visible.query(viewer, Action.REPLAY, """
                        select new io.vedette.hub.recordings.entity.CoverageFigures$Turn(e.camera, e.kind, e.startedAt)
                        from CameraEvent e
                        where e.tenant = :viewerTenant and e.camera in :cameras and e.camera in {visible}
                          and e.startedAt >= :from and e.startedAt < :to
                        order by e.startedAt, e.id
                        """, Turn.class)
                .setParameter("cameras", cameras.stream().map(CameraId::value).toList())
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(MOST_LOSSES)
                .getResultList();
    }
}
