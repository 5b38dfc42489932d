package io.vedette.hub.recordings.entity;

import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Counted by the database, over the cameras the viewer may replay: one query for each question. */
@Singleton
public class RecordingFigures {
    private final VisibleCameras visible;

    @Inject
    public RecordingFigures(VisibleCameras visible) {
        this.visible = visible;
    }

    /**
     * How many recordings of a site began in a quarter of an hour. Every time zone's hours begin with a quarter of UTC, so
     * quarters add up to the hours of any site.
     *
     * @param quarter since the epoch
     */
    public record Quarter(UUID site, long quarter, long count) {
        public static final Duration LENGTH = Duration.ofMinutes(15);

        public Instant begin() {
            return Instant.EPOCH.plus(LENGTH.multipliedBy(quarter));
        }
    }

    /** What is kept of a camera's recordings in one place. */
    public record Kept(UUID camera, Place place, long recordings, long bytes) {}

    public List<Quarter> quarters(Viewer viewer, Instant from, Instant to) {
        return visible.query(viewer, Action.REPLAY, """
                        select new io.vedette.hub.recordings.entity.RecordingFigures$Quarter(
                          c.site, cast(floor(extract(epoch from r.startedAt) / 900) as Long), count(*))
                        from Recording r join Camera c on c.tenant = r.tenant and c.id = r.camera
                        where r.tenant = :viewerTenant and r.camera in {visible}
                          and r.startedAt >= :from and r.startedAt < :to
                        group by c.site, cast(floor(extract(epoch from r.startedAt) / 900) as Long)
                        """, Quarter.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    /** What is in the vault or still at the edge, from the counts that the database keeps ({@link RecordingTotal}). */
    public List<Kept> kept(Viewer viewer) {
        return visible.query(viewer, Action.REPLAY, """
                        select new io.vedette.hub.recordings.entity.RecordingFigures$Total(
                          t.camera, t.edgeRecordings, t.edgeBytes, t.vaultRecordings, t.vaultBytes)
                        from RecordingTotal t
                        where t.tenant = :viewerTenant and t.camera in {visible}
                        """, Total.class).getResultList().stream()
                .flatMap(Total::places)
                .toList();
    }

    /** A row of it. */
    public record Total(UUID camera, long atEdge, long edgeBytes, long inVault, long vaultBytes) {
        Stream<Kept> places() {
            return Stream.of(
                            new Kept(camera, Place.EDGE, atEdge, edgeBytes),
                            new Kept(camera, Place.VAULT, inVault, vaultBytes))
                    .filter(kept -> kept.recordings() > 0);
        }
    }
}
