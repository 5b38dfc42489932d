package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Uploads: those under way, and what became of the others. */
@Singleton
public class Uploads {
    static final Set<UploadPhase> UNDER_WAY =
            Set.of(UploadPhase.REQUESTED, UploadPhase.UPLOADING, UploadPhase.VERIFYING);
    private static final Set<UploadPhase> EXPECTED = Set.of(UploadPhase.REQUESTED, UploadPhase.UPLOADING);

    private final TenantWork work;
    private final VisibleCameras visible;

    @Inject
    public Uploads(TenantWork work, VisibleCameras visible) {
        this.work = work;
        this.visible = visible;
    }

    /** The upload, for whoever may replay its camera or ask for its recordings. */
    public Upload get(Viewer viewer, UploadId id) {
        Upload upload = visible.query(
                        viewer,
                        "select u from Upload u where u.tenant = :viewerTenant and u.id = :id and u.camera in {visible}",
                        Upload.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (!visible.allows(viewer, upload.camera(), Action.REQUEST_UPLOAD)) {
            visible.demand(viewer, upload.camera(), Action.REPLAY);
        }
        return upload;
    }

    /** Those of cameras the viewer may replay, the latest request first. */
    public List<Upload> page(Viewer viewer, PageAsk ask) {
        return visible.query(viewer, Action.REPLAY, """
                        select u from Upload u
                        where u.tenant = :viewerTenant and u.camera in {visible}
                          and (:first = true or u.requestedAt < :at or (u.requestedAt = :at and u.id < :id))
                        order by u.requestedAt desc, u.id desc
                        """, Upload.class)
                .setParameter("first", ask.after().isEmpty())
                .setParameter("at", ask.after().map(PageAsk::time).orElse(Instant.EPOCH))
                .setParameter("id", ask.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setMaxResults(ask.oneMore())
                .getResultList();
    }

    /** The latest upload of each of these recordings, which the viewer may know of. */
    public Map<RecordingId, Upload> latest(Viewer viewer, Collection<RecordingId> recordings) {
        if (recordings.isEmpty()) {
            return Map.of();
        }
        return visible.query(viewer, """
                        select u from Upload u
                        where u.tenant = :viewerTenant and u.recording in :recordings and u.camera in {visible}
                        """, Upload.class)
                .setParameter(
                        "recordings",
                        recordings.stream().map(RecordingId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(Upload::recording, Function.identity(), Uploads::later));
    }

    private static Upload later(Upload one, Upload other) {
        return one.requestedAt().isBefore(other.requestedAt())
                        || (one.requestedAt().equals(other.requestedAt())
                                && other.state().underWay())
                ? other
                : one;
    }

    public Optional<Upload> find(TenantId tenant, UploadId id) {
        return work.entities(tenant)
                .createQuery("select u from Upload u where u.tenant = :tenant and u.id = :id", Upload.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** As {@link #find}, as it is now, and nobody else changes it until the transaction ends. Lock its recording first if that changes too. */
    public Optional<Upload> lock(TenantId tenant, UploadId id) {
        Optional<Upload> found = find(tenant, id);
        found.ifPresent(upload -> work.entities(tenant).refresh(upload, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** As {@link #lockUnderWay(TenantId, RecordingId)}, to read only. */
    public Optional<Upload> findUnderWay(TenantId tenant, RecordingId recording) {
        return work.entities(tenant)
                .createQuery("""
                        select u from Upload u
                        where u.tenant = :tenant and u.recording = :recording and u.state in :states
                        """, Upload.class)
                .setParameter("tenant", tenant.value())
                .setParameter("recording", recording.value())
                .setParameter("states", UNDER_WAY)
                .getResultStream()
                .findFirst();
    }

    /** The one upload of a recording that is under way; the database lets no second one in. Locked. */
    public Optional<Upload> lockUnderWay(TenantId tenant, RecordingId recording) {
        return work.entities(tenant)
                .createQuery("""
                        select u from Upload u
                        where u.tenant = :tenant and u.recording = :recording and u.state in :states
                        """, Upload.class)
                .setParameter("tenant", tenant.value())
                .setParameter("recording", recording.value())
                .setParameter("states", UNDER_WAY)
                .getResultStream()
                .findFirst()
                .flatMap(found -> lock(tenant, found.id()))
                .filter(found -> found.state().underWay());
    }

    /** Those of these recordings that are under way, by recording. Locked. */
    public Map<RecordingId, Upload> lockUnderWay(TenantId tenant, Collection<RecordingId> recordings) {
        if (recordings.isEmpty()) {
            return Map.of();
        }
        return work.entities(tenant)
                .createQuery("""
                        select u from Upload u
                        where u.tenant = :tenant and is_listed(u.recording, :recordings) = true and u.state in :states
                        order by u.id
                        """, Upload.class)
                .setParameter("tenant", tenant.value())
                .setParameter(
                        "recordings",
                        recordings.stream().map(RecordingId::value).toArray(UUID[]::new))
                .setParameter("states", UNDER_WAY)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.toMap(Upload::recording, Function.identity()));
    }

    /** What an agent still has to send: by priority, then by age. */
    public List<Upload> expectedFrom(TenantId tenant, AgentId agent, int most) {
        return work.entities(tenant)
                .createQuery("""
                        select u from Upload u
                        where u.tenant = :tenant and u.agent = :agent and u.state in :states
                        order by u.priority, u.requestedAt, u.id
                        """, Upload.class)
                .setParameter("tenant", tenant.value())
                .setParameter("agent", agent.value())
                .setParameter("states", EXPECTED)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many go before each of these that wait, at their agents. Those that do not wait are left out. */
    public Map<UploadId, Long> ahead(TenantId tenant, Collection<UploadId> waiting) {
        if (waiting.isEmpty()) {
            return Map.of();
        }
        return work.entities(tenant)
                .createQuery("""
                        select u.id, (select count(o.id) from Upload o
                            where o.tenant = u.tenant and o.agent = u.agent and o.state in :states
                              and (o.priority < u.priority or (o.priority = u.priority
                                and (o.requestedAt < u.requestedAt or (o.requestedAt = u.requestedAt and o.id < u.id)))))
                        from Upload u
                        where u.tenant = :tenant and u.state = :requested and is_listed(u.id, :waiting) = true
                        """, Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("states", EXPECTED)
                .setParameter("requested", UploadPhase.REQUESTED)
                .setParameter("waiting", waiting.stream().map(UploadId::value).toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> new UploadId((UUID) row[0]), row -> (Long) row[1]));
    }

    /** What should be here by now, and of which bytes are still to come. */
    public List<UploadId> late(TenantId tenant, Instant now, int most) {
        return work.entities(tenant)
                .createQuery("""
                        select u.id from Upload u
                        where u.tenant = :tenant and u.deadline <= :now and u.state in :states order by u.deadline, u.id
                        """, UUID.class)
                .setParameter("tenant", tenant.value())
                .setParameter("now", now)
                .setParameter("states", EXPECTED)
                .setMaxResults(most)
                .getResultStream()
                .map(UploadId::new)
                .toList();
    }

    /** What is over, and left parts in a store. */
    public List<UploadId> overWithParts(TenantId tenant, int most) {
        return work.entities(tenant)
                .createQuery("""
                        select u.id from Upload u
                        where u.tenant = :tenant and u.parts is not null and u.state not in :states order by u.changedAt, u.id
                        """, UUID.class)
                .setParameter("tenant", tenant.value())
                .setParameter("states", UNDER_WAY)
                .setMaxResults(most)
                .getResultStream()
                .map(UploadId::new)
                .toList();
    }

    /** The same, of the recording that this one is of; without itself. */
    public List<UploadId> othersWithParts(TenantId tenant, Upload upload) {
        return work.entities(tenant)
                .createQuery("""
                        select u.id from Upload u
                        where u.tenant = :tenant and u.recording = :recording and u.parts is not null and u.id <> :itself
                          and u.state not in :states
                        """, UUID.class)
                .setParameter("tenant", tenant.value())
                .setParameter("recording", upload.recording().value())
                .setParameter("itself", upload.id().value())
                .setParameter("states", UNDER_WAY)
                .getResultStream()
                .map(UploadId::new)
                .toList();
    }

    public List<Upload> underWay(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select u from Upload u where u.tenant = :tenant and u.state in :states order by u.requestedAt",
                        Upload.class)
                .setParameter("tenant", tenant.value())
                .setParameter("states", UNDER_WAY)
                .getResultList();
    }

    public List<Upload> underWay(TenantId tenant, CameraId camera) {
        return work.entities(tenant)
                .createQuery(
                        "select u from Upload u where u.tenant = :tenant and u.camera = :camera and u.state in :states",
                        Upload.class)
                .setParameter("tenant", tenant.value())
                .setParameter("camera", camera.value())
                .setParameter("states", UNDER_WAY)
                .getResultList();
    }

    public void add(TenantId tenant, Upload upload) {
        work.entities(tenant).persist(upload);
    }

    /** As if nobody had asked: what came under its id becomes something else, at once. */
    public void drop(TenantId tenant, Upload upload) {
        EntityManager entities = work.entities(tenant);
        entities.remove(upload);
        entities.flush(); // else the next of this id would come before this one goes
    }
}
