package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.CameraState;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The agents of a tenant, kept in the database. */
@Singleton
public class Agents {
    private final TenantWork work;
    private final VisibleCameras visible;

    @Inject
    public Agents(TenantWork work, VisibleCameras visible) {
        this.work = work;
        this.visible = visible;
    }

    @Produces
    static Entities entities() {
        return Entities.of(Agent.class, PairingTokenRow.class, HubKey.class);
    }

    /** The agents that are not revoked, of cameras that the viewer sees. */
    public Map<CameraId, Agent> of(Viewer viewer, Collection<CameraId> seen) {
        return work.entities(viewer.tenant())
                .createQuery("""
                        select a from Agent a
                        where a.tenant = :tenant and a.revokedAt is null and is_listed(a.camera, :cameras) = true
                        """, Agent.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("cameras", seen.stream().map(CameraId::value).toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(Agent::camera, Function.identity()));
    }

    /** What an agent last told of its camera. */
    public record Report(AgentId agent, CameraState camera, boolean faulty) {}

    /** As {@link #of}, of all that the viewer sees and without reading the agents themselves: for very many. */
    public Map<CameraId, Report> reports(Viewer viewer) {
        return visible.query(viewer, """
                        select a.camera, a.id, a.cameraState, a.cameraFault is not null from Agent a
                        where a.tenant = :viewerTenant and a.revokedAt is null and a.camera in {visible}
                        """, Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new CameraId((UUID) row[0]),
                        row -> new Report(new AgentId((UUID) row[1]), (CameraState) row[2], (Boolean) row[3])));
    }

    /** The agent in front of a camera, asked for by work and not by a person. */
    public Optional<Agent> ofCamera(TenantId tenant, CameraId camera) {
        return work.entities(tenant)
                .createQuery(
                        "select a from Agent a where a.tenant = :tenant and a.camera = :camera and a.revokedAt is null",
                        Agent.class)
                .setParameter("tenant", tenant.value())
                .setParameter("camera", camera.value())
                .getResultStream()
                .findFirst();
    }

    /** The edge vault of a site, asked for by work and not by a person. */
    public Optional<Agent> ofSite(TenantId tenant, SiteId site) {
        return work.entities(tenant)
                .createQuery(
                        "select a from Agent a where a.tenant = :tenant and a.site = :site and a.revokedAt is null",
                        Agent.class)
                .setParameter("tenant", tenant.value())
                .setParameter("site", site.value())
                .getResultStream()
                .findFirst();
    }

    /** All edge vaults that are not revoked. */
    public List<Agent> vaults(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select a from Agent a where a.tenant = :tenant and a.site is not null and a.revokedAt is null",
                        Agent.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    /** Whether there ever was an edge vault, revoked or not. */
    public boolean hadVaults(TenantId tenant) {
        return !work.entities(tenant)
                .createQuery("select a.id from Agent a where a.tenant = :tenant and a.site is not null", UUID.class)
                .setParameter("tenant", tenant.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** An edge vault that may still send what it has. */
    public Optional<Agent> vault(TenantId tenant, AgentId id) {
        return find(tenant, id).filter(agent -> agent.stands() && agent.edge() instanceof VaultRef);
    }

    /** Whether it may still speak for its camera. */
    boolean stand(AgentRef agent) {
        return find(agent.tenant(), agent.agent()).filter(Agent::stands).isPresent();
    }

    Optional<Agent> find(TenantId tenant, AgentId id) {
        return work.entities(tenant)
                .createQuery("select a from Agent a where a.tenant = :tenant and a.id = :id", Agent.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }
}
