package io.vedette.hub.edgevaults;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.VaultTicket;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.agents.HubKeys;
import io.vedette.hub.agents.VaultDoor;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the agents of a site where its vault is, with a ticket for their own camera, and when there is none any more. Outside any
 * transaction.
 */
@Singleton
public class OfferVaults {
    static final Duration TICKET = Duration.ofHours(1);

    private final TenantWork work;
    private final Tenants tenants;
    private final Agents agents;
    private final Cameras cameras;
    private final AgentLinks links;
    private final HubKeys keys;
    private final Clock clock;
    private final Map<AgentId, Offer> offered = new ConcurrentHashMap<>();

    @Inject
    public OfferVaults(
            TenantWork work,
            Tenants tenants,
            Agents agents,
            Cameras cameras,
            AgentLinks links,
            HubKeys keys,
            Clock clock) {
        this.work = work;
        this.tenants = tenants;
        this.agents = agents;
        this.cameras = cameras;
        this.links = links;
        this.keys = keys;
        this.clock = clock;
    }

    private record Offer(TenantId tenant, AgentId vault, VaultDoor door) {}

    /** Fresh tickets for all, before the old ones end. */
    public void renew() {
        tenants.all().forEach(tenant -> look(tenant, true));
    }

    /** A vault opened, or went: the agents that this concerns hear of it, and get fresh tickets. */
    public void changed(TenantId tenant) {
        look(tenant, true);
    }

    /** Cameras may stand elsewhere: only agents for which something is new hear of it. */
    public void moved(TenantId tenant) {
        look(tenant, false);
    }

    /** An agent came. */
    public void came(AgentRef agent) {
        offered.remove(agent.agent()); // what it was told by then, it may have forgotten
        Optional<Offer> now = work.as(agent.tenant(), () -> byOf(agent));
        offer(agent, now, true);
        if (now.isEmpty() && work.as(agent.tenant(), () -> agents.hadVaults(agent.tenant()))) {
            links.send(
                    agent.agent(),
                    new FromHub.VaultShut()); // it may have been away when that went which it still believes in
        }
    }

    private void look(TenantId tenant, boolean fresh) {
        boolean any = !work.as(tenant, () -> agents.vaults(tenant)).isEmpty()
                || offered.values().stream().anyMatch(one -> one.tenant().equals(tenant));
        if (any) {
            List<AgentRef> here = links.inFront(tenant);
            here.forEach(agent -> offer(agent, work.as(tenant, () -> byOf(agent)), fresh));
        }
    }

    /** The vault of its camera's site that may speak and has told where it is. Within the tenant's work. */
    private Optional<Offer> byOf(AgentRef agent) {
        return siteOf(agent.tenant(), agent.camera())
                .flatMap(site -> agents.ofSite(agent.tenant(), site))
                .filter(Agent::confirmed)
                .flatMap(vault -> vault.door().map(door -> new Offer(agent.tenant(), vault.id(), door)));
    }

    private Optional<SiteId> siteOf(TenantId tenant, CameraId camera) {
        return cameras.find(tenant, camera).map(Camera::site);
    }

    private void offer(AgentRef agent, Optional<Offer> now, boolean fresh) {
        Offer before = now.isPresent() ? offered.put(agent.agent(), now.get()) : offered.remove(agent.agent());
        if (now.isEmpty()) {
            if (before != null) {
                links.send(agent.agent(), new FromHub.VaultShut());
            }
            return;
        }
        if (fresh || !Objects.equals(before, now.get())) {
            VaultDoor door = now.get().door();
            ticket(agent, now.get().vault())
                    .ifPresent(ticket -> links.send(
                            agent.agent(),
                            new FromHub.VaultOffer(
                                    now.get().vault(),
                                    door.address(),
                                    door.fingerprint().orElse(null),
                                    ticket)));
        }
    }

    private Optional<String> ticket(AgentRef agent, AgentId vault) {
        return keys.signer(agent.tenant())
                .map(sign -> new VaultTicket(
                                agent.agent(), agent.camera(), clock.instant().plus(TICKET))
                        .signed(agent.tenant(), vault, sign));
    }
}
