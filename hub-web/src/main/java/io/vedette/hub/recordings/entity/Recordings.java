package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Refusal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recordings, as far as the viewer may replay them. Times run from the first moment (with it) to the second (without it). */
@Singleton
public class Recordings {
    private final TenantWork work;
    private final VisibleCameras visible;

    @Inject
    public Recordings(TenantWork work, VisibleCameras visible) {
        this.work = work;
        this.visible = visible;
    }

    @Produces
    static Entities entities() {
        return Entities.of(
                Recording.class,
                DroppedRecording.class,
                RecordingMove.class,
                RecordingTotal.class,
                Beginning.class,
                Upload.class,
                EdgeCopy.class,
                AskedSpan.class,
                CameraEvent.class);
    }

    /**
     * When a recording began, how long it is, where, and what moved: enough to draw a calendar and a day.
     *
     * @param moved a bit for each second from its first picture; none where nobody looked
     */
    public record Span(Instant startedAt, long durationMs, Place place, BitSet moved) {
        public Span(Instant startedAt, long durationMs, Place place, byte @Nullable [] moved) {
            this(startedAt, durationMs, place, moved == null ? new BitSet() : BitSet.valueOf(moved));
        }

        public Instant endedAt() {
            return startedAt.plusMillis(durationMs);
        }
    }

    /** The recordings that began in this time, newest first; of more than {@code most} the newest. */
    public List<Recording> between(Viewer viewer, CameraId camera, Instant from, Instant to, int most) {
        visible.demand(viewer, camera, Action.REPLAY);
        return visible.query(viewer, Action.REPLAY, """
                        select r from Recording r
                        where r.tenant = :viewerTenant and r.camera = :camera and r.camera in {visible}
                          and r.startedAt >= :from and r.startedAt < :to
                        order by r.startedAt desc, r.id desc
                        """, Recording.class)
                .setParameter("camera", camera.value())
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(most)
                .getResultList();
    }

    /** As {@link #between}, a page of them, oldest first. */
    public List<Recording> page(Viewer viewer, CameraId camera, Instant from, Instant to, PageAsk ask) {
        visible.demand(viewer, camera, Action.REPLAY);
        return visible.query(viewer, Action.REPLAY, """
                        select r from Recording r
                        where r.tenant = :viewerTenant and r.camera = :camera and r.camera in {visible}
                          and r.startedAt >= :from and r.startedAt < :to
                          and (:first = true or r.startedAt > :at or (r.startedAt = :at and r.id > :id))
                        order by r.startedAt, r.id
                        """, Recording.class)
                .setParameter("camera", camera.value())
                .setParameter(
                        "from",
                        ask.after().map(PageAsk::time).filter(from::isBefore).orElse(from))
                .setParameter("to", to)
                .setParameter("first", ask.after().isEmpty())
                .setParameter("at", ask.after().map(PageAsk::time).orElse(Instant.EPOCH))
                .setParameter("id", ask.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setMaxResults(ask.oneMore())
                .getResultList();
    }

    /** As {@link #between}, all of them, oldest first, with what {@link Span} holds alone. */
    public List<Span> spans(Viewer viewer, CameraId camera, Instant from, Instant to) {
        visible.demand(viewer, camera, Action.REPLAY);
        return visible.query(viewer, Action.REPLAY, """
                        select new io.vedette.hub.recordings.entity.Recordings$Span(r.startedAt, r.durationMs, r.place, r.moved)
                        from Recording r
                        where r.tenant = :viewerTenant and r.camera = :camera and r.camera in {visible}
                          and r.startedAt >= :from and r.startedAt < :to
                        order by r.startedAt
                        """, Span.class)
                .setParameter("camera", camera.value())
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
    }

    /** The last recording of a camera. */
    public Optional<Recording> latest(Viewer viewer, CameraId camera) {
        visible.demand(viewer, camera, Action.REPLAY);
        return visible.query(viewer, Action.REPLAY, """
                        select r from Recording r
                        where r.tenant = :viewerTenant and r.camera = :camera and r.camera in {visible}
                        order by r.startedAt desc, r.id desc
                        """, Recording.class)
                .setParameter("camera", camera.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The one before it on the same camera. */
    public Optional<Recording> before(Viewer viewer, Recording recording) {
        return neighbour(viewer, recording, """
                select r from Recording r
                where r.tenant = :viewerTenant and r.camera = :camera and r.camera in {visible}
                  and (r.startedAt < :at or (r.startedAt = :at and r.id < :id))
                order by r.startedAt desc, r.id desc
                """);
    }

    /** The one after it on the same camera. */
    public Optional<Recording> after(Viewer viewer, Recording recording) {
        return neighbour(viewer, recording, """
                select r from Recording r
                where r.tenant = :viewerTenant and r.camera = :camera and r.camera in {visible}
                  and (r.startedAt > :at or (r.startedAt = :at and r.id > :id))
                order by r.startedAt, r.id
                """);
    }

    private Optional<Recording> neighbour(Viewer viewer, Recording recording, String text) {
        return visible.query(viewer, Action.REPLAY, text, Recording.class)
                .setParameter("camera", recording.camera().value())
                .setParameter("at", recording.startedAt())
                .setParameter("id", recording.id().value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The recording for this action: not found unless the camera is seen, refused by name unless the action is allowed. */
    public Recording get(Viewer viewer, RecordingId id, Action action) {
        Recording recording = visible.query(
                        viewer,
                        "select r from Recording r where r.tenant = :viewerTenant and r.id = :id and r.camera in {visible}",
                        Recording.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
        visible.demand(viewer, recording.camera(), action);
        return recording;
    }

    /** For work that no person asked for. */
    public Optional<Recording> find(TenantId tenant, RecordingId id) {
        return work.entities(tenant)
                .createQuery("select r from Recording r where r.tenant = :tenant and r.id = :id", Recording.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** As {@link #find}, as it is now, and nobody else changes it until the transaction ends. */
    public Optional<Recording> lock(TenantId tenant, RecordingId id) {
        Optional<Recording> found = find(tenant, id);
        found.ifPresent(recording -> work.entities(tenant).refresh(recording, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** What an agent reported lately and sent no thumbnail of, newest first. */
    public List<Recording> withoutThumbnail(TenantId tenant, AgentId agent, Instant since, int most) {
        return work.entities(tenant)
                .createQuery("""
                        select r from Recording r
                        where r.tenant = :tenant and r.agent = :agent and r.thumbnail = false and r.place <> :gone
                          and r.cutOf is null
                          and r.startedAt >= :since
                        order by r.startedAt desc
                        """, Recording.class)
                .setParameter("tenant", tenant.value())
                .setParameter("agent", agent.value())
                .setParameter("gone", Place.GONE)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    public void add(TenantId tenant, Recording recording) {
        work.entities(tenant).persist(recording);
    }

    public void add(TenantId tenant, CameraEvent event) {
        work.entities(tenant).persist(event);
    }

    /** Pictures lost and back in this time, oldest first. */
    public List<CameraEvent> events(Viewer viewer, CameraId camera, Instant from, Instant to, int most) {
        visible.demand(viewer, camera, Action.REPLAY);
        return visible.query(viewer, Action.REPLAY, """
                        select e from CameraEvent e
                        where e.tenant = :viewerTenant and e.camera = :camera and e.camera in {visible}
                          and e.startedAt >= :from and e.startedAt < :to
                        order by e.startedAt, e.id
                        """, CameraEvent.class)
                .setParameter("camera", camera.value())
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(most)
                .getResultList();
    }

    /** What had happened last when this moment came: tells whether there were pictures then. */
    public Optional<CameraEvent> eventBefore(Viewer viewer, CameraId camera, Instant moment) {
        visible.demand(viewer, camera, Action.REPLAY);
        return visible.query(viewer, Action.REPLAY, """
                        select e from CameraEvent e
                        where e.tenant = :viewerTenant and e.camera = :camera and e.camera in {visible}
                          and e.startedAt < :moment
                        order by e.startedAt desc, e.id desc
                        """, CameraEvent.class)
                .setParameter("camera", camera.value())
                .setParameter("moment", moment)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
