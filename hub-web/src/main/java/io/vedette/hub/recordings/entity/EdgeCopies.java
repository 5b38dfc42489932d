package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What edge vaults have, as they told. Within a tenant's work; for work that no person asked for. */
@Singleton
public class EdgeCopies {
    private final TenantWork work;

    @Inject
    public EdgeCopies(TenantWork work) {
        this.work = work;
    }

    public void add(TenantId tenant, EdgeCopy copy) {
        work.entities(tenant).persist(copy);
    }

    public void drop(TenantId tenant, EdgeCopy copy) {
        work.entities(tenant).remove(copy);
        work.entities(tenant).flush(); // whoever looks next for a sender does not find it
    }

    public Optional<EdgeCopy> find(TenantId tenant, AgentId vault, RecordingId recording) {
        return of(tenant, recording).stream()
                .filter(copy -> copy.vault().equals(vault))
                .findFirst();
    }

    public List<EdgeCopy> of(TenantId tenant, RecordingId recording) {
        return of(tenant, Set.of(recording)).getOrDefault(recording, List.of());
    }

    public Map<RecordingId, List<EdgeCopy>> of(TenantId tenant, Collection<RecordingId> recordings) {
        return work.entities(tenant)
                .createQuery("""
                        select c from EdgeCopy c
                        where c.tenant = :tenant and is_listed(c.recording, :recordings) = true order by c.keptAt, c.id
                        """, EdgeCopy.class)
                .setParameter("tenant", tenant.value())
                .setParameter(
                        "recordings",
                        recordings.stream().map(RecordingId::value).toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.groupingBy(EdgeCopy::recording));
    }

    /**
     * Uploads under way of recordings of which an edge vault has a copy.
     *
     * @param camera of this one alone; empty: of all
     */
    public List<Upload> underWay(TenantId tenant, Optional<CameraId> camera) {
        return work.entities(tenant)
                .createQuery("""
                        select u from Upload u where u.tenant = :tenant and u.state in :states
                          and (:anywhere = true or u.camera = :camera)
                          and exists (select 1 from EdgeCopy c where c.tenant = :tenant and c.recording = u.recording)
                        """, Upload.class)
                .setParameter("tenant", tenant.value())
                .setParameter("states", Uploads.UNDER_WAY)
                .setParameter("anywhere", camera.isEmpty())
                .setParameter("camera", camera.map(CameraId::value).orElse(new UUID(0, 0)))
                .getResultList();
    }

    /**
     * What a vault has.
     *
     * @param newest when it told of the last one; null when it has none
     */
    public record Sum(long recordings, long bytes, @Nullable Instant newest) {}

    public Sum sum(TenantId tenant, AgentId vault) {
        return work.entities(tenant)
                .createQuery("""
                        select new io.vedette.hub.recordings.entity.EdgeCopies$Sum(
                          count(*), coalesce(sum(c.bytes), 0L), max(c.keptAt))
                        from EdgeCopy c where c.tenant = :tenant and c.vault = :vault
                        """, Sum.class)
                .setParameter("tenant", tenant.value())
                .setParameter("vault", vault.value())
                .getSingleResult();
    }

    /** A vault is asked for nothing any more: what it had alone is lost. */
    public void forget(TenantId tenant, AgentId vault) {
        int unusedLost = work.entities(tenant)
                .createQuery("""
                        update Recording r set r.place = :gone where r.tenant = :tenant and r.place = :edge
                          and exists (select 1 from EdgeCopy c where c.tenant = :tenant and c.vault = :vault
                            and c.recording = r.id and c.alone = true)
                        """)
                .setParameter("gone", Place.GONE)
                .setParameter("edge", Place.EDGE)
                .setParameter("tenant", tenant.value())
                .setParameter("vault", vault.value())
                .executeUpdate();
        int unusedCopies = work.entities(tenant)
                .createQuery("delete from EdgeCopy c where c.tenant = :tenant and c.vault = :vault")
                .setParameter("tenant", tenant.value())
                .setParameter("vault", vault.value())
                .executeUpdate();
    }
}
