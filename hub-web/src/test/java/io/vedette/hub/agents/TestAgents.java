package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.Signatures;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.tenant.TenantWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Agents for the tests of other features: a row, and a link that keeps what it is told. */
public final class TestAgents {
    private TestAgents() {}

    public static AgentRef pair(TenantWork work, TenantId tenant, CameraId camera) {
        var id = AgentId.fresh();
        work.run(
                tenant,
                () -> work.entities(tenant)
                        .persist(new Agent(id, camera, new byte[32], "test", "test", Instant.EPOCH)));
        return new AgentRef(tenant, id, camera);
    }

    public static VaultRef pairVault(TenantWork work, TenantId tenant, SiteId site) {
        var id = AgentId.fresh();
        work.run(
                tenant,
                () -> work.entities(tenant)
                        .persist(Agent.vault(id, site, "Cellar", new byte[32], "test", "test", Instant.EPOCH)));
        return new VaultRef(tenant, id, site);
    }

    /** The hub's key of a tenant is there from now on. */
    public static void makeKey(HubKeys keys, TenantId tenant) {
        keys.make(tenant);
    }

    public static byte[] hubKey(TenantWork work, TenantId tenant) {
        String key = work.as(tenant, () -> new HubKeys(work, Clock.systemUTC()).find(tenant))
                .orElseThrow()
                .publicKey();
        return Signatures.key(key).orElseThrow();
    }

    /** It has told where agents bring recordings. */
    public static void opens(TenantWork work, VaultRef vault, String address) {
        work.run(
                vault.tenant(),
                () -> work.entities(vault.tenant())
                        .find(Agent.class, vault.agent().value())
                        .opens(new VaultDoor(address, Optional.of("x".repeat(43)))));
    }

    public static void revoke(TenantWork work, EdgeRef agent) {
        work.run(
                agent.tenant(),
                () -> work.entities(agent.tenant())
                        .find(Agent.class, agent.agent().value())
                        .revoke(Instant.EPOCH));
    }

    /** Brings an agent online; what it is told appears in the list. */
    public static List<FromHub> connect(AgentLinks links, EdgeRef agent) {
        List<FromHub> told = new CopyOnWriteArrayList<>();
        links.enter(link(agent, told));
        return told;
    }

    /** Takes it off again: a newer connection takes the place of the one that is there, and ends. */
    public static void disconnect(AgentLinks links, EdgeRef agent) {
        AgentLinks.Link last = link(agent, new CopyOnWriteArrayList<>());
        links.enter(last);
        links.leave(last);
    }

    private static AgentLinks.Link link(EdgeRef agent, List<FromHub> told) {
        return new AgentLinks.Link() {
            @Override
            public EdgeRef edge() {
                return agent;
            }

            @Override
            public long epoch() {
                return 1;
            }

            @Override
            public Duration silence() {
                return Duration.ZERO;
            }

            @Override
            public void send(FromHub message) {
                told.add(message);
            }

            @Override
            public void close(int code, String reason) {}
        };
    }
}
