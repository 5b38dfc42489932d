package io.vedette.hub.agents;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.Protocol;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of an agent: its key opens nothing from the commit on, and what it has open is closed right then. */
@Singleton
public class EndAgent {
    private static final Logger LOG = LoggerFactory.getLogger(EndAgent.class);

    private static final String TOKENS =
            "delete from PairingTokenRow t where t.tenant = :tenant and t.camera = :camera";
    private static final String AGENTS = "delete from Agent a where a.tenant = :tenant and a.camera = :camera";

    private final TenantWork work;
    private final Agents agents;
    private final AgentLinks links;
    private final AgentNews news;
    private final VaultNews vaults;
    private final Clock clock;

    @Inject
    public EndAgent(TenantWork work, Agents agents, AgentLinks links, AgentNews news, VaultNews vaults, Clock clock) {
        this.work = work;
        this.agents = agents;
        this.links = links;
        this.news = news;
        this.vaults = vaults;
        this.clock = clock;
    }

    /** Ends whatever agent a camera has, and the tokens with which another could come. Inside a transaction. */
    public void of(TenantId tenant, CameraId camera) {
        delete(tenant, camera, TOKENS);
        agents.ofCamera(tenant, camera).ifPresent(this::end);
    }

    /** As {@link #of(TenantId, CameraId)}, the edge vault of a site; its rows go with those of the site. */
    public void of(TenantId tenant, SiteId site) {
        int unused = work.entities(tenant)
                .createQuery("delete from PairingTokenRow t where t.tenant = :tenant and t.site = :site")
                .setParameter("tenant", tenant.value())
                .setParameter("site", site.value())
                .executeUpdate();
        agents.ofSite(tenant, site).ifPresent(this::end);
    }

    /** Throws away the rows of the agents that a camera had; they are ended before. Inside a transaction. */
    public void forget(TenantId tenant, CameraId camera) {
        of(tenant, camera);
        work.entities(tenant).flush();
        delete(tenant, camera, AGENTS);
    }

    private void delete(TenantId tenant, CameraId camera, String statement) {
        int unused = work.entities(tenant)
                .createQuery(statement)
                .setParameter("tenant", tenant.value())
                .setParameter("camera", camera.value())
                .executeUpdate();
    }

    /** How many of these cameras have an agent. */
    public long count(TenantId tenant, Collection<CameraId> cameras) {
        if (cameras.isEmpty()) {
            return 0;
        }
        return work.entities(tenant)
                .createQuery(
                        "select count(a) from Agent a where a.tenant = :tenant and a.camera in :cameras and a.revokedAt is null",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("cameras", cameras.stream().map(CameraId::value).toList())
                .getSingleResult();
    }

    /** Inside a transaction. The camera is free for another agent at once; what this one recorded stays. */
    void end(Agent agent) {
        EdgeRef ref = agent.edge();
        agent.revoke(clock.instant());
        work.entities(ref.tenant()).flush(); // before the row of another one: a camera has one that is not revoked
        work.note(agent.deed(DeedKind.AGENT_REVOKED).with("agent", ref.agent()));
        work.afterCommit(() -> {
            LOG.info("agent {} is revoked", ref.agent());
            links.close(ref.agent(), Protocol.REVOKED, "revoked by its owner");
            switch (ref) {
                case AgentRef one -> news.revoked(one);
                case VaultRef vault -> vaults.revoked(vault);
            }
        });
    }
}
