package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Times over several cameras that were asked for. Whoever may ask for some recording of one may know of it and call that off. */
@Singleton
public class Spans {

    private final TenantWork work;
    private final VisibleCameras visible;

    @Inject
    public Spans(TenantWork work, VisibleCameras visible) {
        this.work = work;
        this.visible = visible;
    }

    /** What became of the uploads of a time, as far as the viewer may ask for them. */
    public record State(UUID span, UploadPhase phase, long uploads, long received, long bytes) {}

    public void add(TenantId tenant, AskedSpan span) {
        work.entities(tenant).persist(span);
    }

    /** What this person asked for with this request; nobody else asks with it until the transaction ends. */
    public Optional<AskedSpan> asked(Viewer viewer, SpanWish wish, Collection<CameraId> cameras) {
        cameras.stream()
                .map(CameraId::value)
                .min(UUID::compareTo)
                .ifPresent(first ->
                        work.entities(viewer.tenant()).find(Camera.class, first, LockModeType.PESSIMISTIC_WRITE));
        return work.entities(viewer.tenant())
                .createQuery("""
                        select s from AskedSpan s
                        where s.tenant = :tenant and s.requestedBy = :who and s.request = :request
                        """, AskedSpan.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("who", viewer.subject().value())
                .setParameter("request", wish.request())
                .getResultStream()
                .findFirst();
    }

    /** The recordings that overlap the time, of these cameras as far as the viewer may ask for them; locked, at most so many. */
    public List<Recording> overlapping(Viewer viewer, SpanWish wish, Set<CameraId> cameras, int most) {
        List<UUID> found = visible.query(viewer, Action.REQUEST_UPLOAD, """
                        select r.id from Recording r
                        where r.tenant = :viewerTenant and is_listed(r.camera, :cameras) = true and r.camera in {visible}
                          and r.startedAt >= :early and r.startedAt < :to
                          and timestampadd(second, r.durationMs / 1000 + 1, r.startedAt) > :from
                        order by r.camera, r.startedAt, r.id
                        """, UUID.class)
                .setParameter("cameras", ids(cameras))
                .setParameter("early", wish.from().minusMillis(Recording.LONGEST_MS))
                .setParameter("from", wish.from())
                .setParameter("to", wish.to())
                .setMaxResults(most)
                .getResultList();
        return found.isEmpty()
                ? List.of()
                : work.entities(viewer.tenant())
                        .createQuery("""
                                select r from Recording r
                                where r.tenant = :tenant and r.startedAt >= :early and r.startedAt < :to
                                  and is_listed(r.id, :ids) = true
                                order by r.camera, r.startedAt, r.id
                                """, Recording.class)
                        .setParameter("tenant", viewer.tenant().value())
                        .setParameter("early", wish.from().minusMillis(Recording.LONGEST_MS))
                        .setParameter("to", wish.to())
                        .setParameter("ids", found.toArray(UUID[]::new))
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultStream()
                        .filter(one -> one.endedAt().isAfter(wish.from()))
                        .toList();
    }

    /** The time, for whoever may ask for a recording of it; of one of which nothing is left, for whoever asked. */
    public AskedSpan get(Viewer viewer, SpanId id) {
        AskedSpan span = work.entities(viewer.tenant())
                .createQuery("select s from AskedSpan s where s.tenant = :tenant and s.id = :id", AskedSpan.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
        boolean own = span.requestedBy().equals(viewer.subject()) && nothingIsLeftOf(viewer.tenant(), id);
        if (own || !states(viewer, List.of(id)).isEmpty()) {
            return span;
        }
        throw seen(viewer, id) ? Refusal.missingRight(Action.REQUEST_UPLOAD.name()) : Refusal.notFound();
    }

    /** Nothing had to come, or its recordings are deleted by now. */
    private boolean nothingIsLeftOf(TenantId tenant, SpanId id) {
        return work.entities(tenant)
                .createQuery("select u.id from Upload u where u.tenant = :tenant and u.span = :span", UUID.class)
                .setParameter("tenant", tenant.value())
                .setParameter("span", id.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private boolean seen(Viewer viewer, SpanId id) {
        return !visible.query(
                        viewer,
                        "select u.id from Upload u where u.tenant = :viewerTenant and u.span = :span and u.camera in {visible}",
                        UUID.class)
                .setParameter("span", id.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The latest, of which something may be asked for by the viewer. */
    public List<AskedSpan> latest(Viewer viewer, int most) {
        return visible.query(viewer, Action.REQUEST_UPLOAD, """
                        select s from AskedSpan s
                        where s.tenant = :viewerTenant and exists (select 1 from Upload u
                          where u.tenant = :viewerTenant and u.span = s.id and u.camera in {visible})
                        order by s.requestedAt desc, s.id desc
                        """, AskedSpan.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** One for each state in which some of a time are. */
    public List<State> states(Viewer viewer, Collection<SpanId> spans) {
        return visible.query(viewer, Action.REQUEST_UPLOAD, """
                        select new io.vedette.hub.recordings.entity.Spans$State(
                          u.span, u.state, count(*), sum(u.receivedBytes), sum(u.bytes))
                        from Upload u
                        where u.tenant = :viewerTenant and is_listed(u.span, :spans) = true and u.camera in {visible}
                        group by u.span, u.state
                        """, State.class)
                .setParameter("spans", spans.stream().map(SpanId::value).toArray(UUID[]::new))
                .getResultList();
    }

    /** What of a time is under way, as far as the viewer may call it off. */
    public List<UploadId> underWay(Viewer viewer, SpanId id) {
        return visible.query(viewer, Action.REQUEST_UPLOAD, """
                        select u.id from Upload u
                        where u.tenant = :viewerTenant and u.span = :span and u.state in :states and u.camera in {visible}
                        order by u.recording
                        """, UUID.class)
                .setParameter("span", id.value())
                .setParameter("states", Uploads.UNDER_WAY)
                .getResultStream()
                .map(UploadId::new)
                .toList();
    }

    private static UUID[] ids(Collection<CameraId> cameras) {
        return cameras.stream().map(CameraId::value).toArray(UUID[]::new);
    }
}
