package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.analysis.LabelWish;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Recordings of many cameras at once, narrowed by whatever is given. */
@Singleton
public class FoundRecordings {
    private static final UUID NOBODY = new UUID(0, 0);

    /** Each label that is asked for is a condition of its own: the database may begin with the rarest of them. */
    private static final String SEEN = """
             and exists (select 1 from RecordingLabel l
               where l.tenant = r.tenant and l.camera = r.camera and l.startedAt = r.startedAt and l.recording = r.id
                 and l.startedAt >= :from and l.startedAt < :to and l.label = :label%d and l.confidence >= :least)
            """;

    private final VisibleCameras visible;

    @Inject
    public FoundRecordings(VisibleCameras visible) {
        this.visible = visible;
    }

    /** Began from the first moment (with it) to the second (without it). */
    public record Filter(
            Optional<SiteId> site,
            Optional<CameraId> camera,
            Optional<Place> place,
            Instant from,
            Instant to,
            LabelWish seen) {
        /** Whatever was seen in them. */
        public Filter(
                Optional<SiteId> site, Optional<CameraId> camera, Optional<Place> place, Instant from, Instant to) {
            this(site, camera, place, from, to, LabelWish.ANY);
        }
    }

    /** Newest first. */
    public List<Recording> find(Viewer viewer, Filter filter, int skip, int most) {
        return query(viewer, filter, Optional.empty(), most)
                .setFirstResult(skip)
                .getResultList();
    }

    /** Newest first, and one more than the page holds. */
    public List<Recording> page(Viewer viewer, Filter filter, PageAsk ask) {
        return query(viewer, filter, ask.after(), ask.oneMore()).getResultList();
    }

    private TypedQuery<Recording> query(Viewer viewer, Filter filter, Optional<Cursor> after, int most) {
        filter.camera().ifPresent(camera -> visible.demand(viewer, camera, Action.REPLAY));
        String text = """
                        select r from Recording r join Camera c on c.tenant = r.tenant and c.id = r.camera
                        where r.tenant = :viewerTenant and r.camera in {visible}
                          and (:anySite = true or c.site = :site)
                          and (:anyCamera = true or r.camera = :camera)
                          and (:anyPlace = true or r.place = :place)
                          and r.startedAt >= :from and r.startedAt < :to
                          and (:first = true or r.startedAt < :at or (r.startedAt = :at and r.id < :id))
                        """ + seen(filter.seen()) + " order by r.startedAt desc, r.id desc";
        TypedQuery<Recording> query = visible.query(viewer, Action.REPLAY, text, Recording.class);
        List<Label> labels = filter.seen().labels();
        for (int i = 0; i < labels.size(); i++) {
            query.setParameter("label" + i, labels.get(i).value());
        }
        if (!labels.isEmpty()) {
            query.setParameter("least", filter.seen().least().value());
        }
        return query.setParameter("anySite", filter.site().isEmpty())
                .setParameter("site", filter.site().map(SiteId::value).orElse(NOBODY))
                .setParameter("anyCamera", filter.camera().isEmpty())
                .setParameter("camera", filter.camera().map(CameraId::value).orElse(NOBODY))
                .setParameter("anyPlace", filter.place().isEmpty())
                .setParameter("place", filter.place().orElse(Place.GONE))
                .setParameter("from", filter.from())
                .setParameter("to", until(filter, after))
                .setParameter("first", after.isEmpty())
                .setParameter("at", after.map(PageAsk::time).orElse(Instant.EPOCH))
                .setParameter("id", after.map(Cursor::id).orElse(NOBODY))
                .setMaxResults(most);
    }

    private static String seen(LabelWish wish) {
        return IntStream.range(0, wish.labels().size())
                .mapToObj(SEEN::formatted)
                .collect(Collectors.joining());
    }

    /** Nothing newer than the place in the list is read, which the database cannot see by itself; what is as new is. */
    private static Instant until(Filter filter, Optional<Cursor> after) {
        return after.map(PageAsk::time)
                .map(at -> at.plus(1, ChronoUnit.MICROS))
                .filter(filter.to()::isAfter)
                .orElse(filter.to());
    }
}
