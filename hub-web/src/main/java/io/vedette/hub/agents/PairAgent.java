package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An agent spends its token: the hub binds the agent's own key to the camera. */
@Singleton
public class PairAgent {
    private static final Logger LOG = LoggerFactory.getLogger(PairAgent.class);

    private final TenantWork work;
    private final Cameras cameras;
    private final Agents agents;
    private final Clock clock;

    @Inject
    public PairAgent(TenantWork work, Cameras cameras, Agents agents, Clock clock) {
        this.work = work;
        this.cameras = cameras;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * Empty for every refusal alike: wrong, used, expired, foreign, or without the private key. Asking again with the same
     * key gives the same answer, so that an agent that died between asking and writing down can go on.
     */
    public Optional<PairingAnswer> pair(PairingRequest request) {
        TenantId tenant = request.token().tenant();
        Optional<byte[]> key = Ed25519.key(request.publicKey())
                .filter(encoded -> Ed25519.verifies(
                        encoded, Proof.pairing(request.token().reveal(), request.publicKey()), request.proof()));
        Optional<PairingAnswer> answer =
                key.flatMap(encoded -> work.as(tenant, () -> redeem(tenant, request, encoded)));
        LOG.info(
                "pairing for tenant {} from host '{}': {}",
                tenant,
                PeersText.of(request.host(), 100),
                answer.isPresent() ? "done" : "refused");
        return answer;
    }

    private Optional<PairingAnswer> redeem(TenantId tenant, PairingRequest request, byte[] key) {
        AgentId fresh = AgentId.fresh();
        Instant now = clock.instant();
        byte[] hash = PairingTokens.hash(request.token());
        // of two agents with one token, the database lets exactly one change this row
        int won = work.entities(tenant)
                .createQuery("""
                        update PairingTokenRow t set t.agent = :agent, t.publicKey = :key
                        where t.tenant = :tenant and t.hash = :hash and t.agent is null and t.expiresAt > :now
                        """)
                .setParameter("agent", fresh.value())
                .setParameter("key", key)
                .setParameter("tenant", tenant.value())
                .setParameter("hash", hash)
                .setParameter("now", now)
                .executeUpdate();
        Optional<PairingTokenRow> spent = row(tenant, hash);
        if (won == 1) {
            return spent.flatMap(row -> bind(tenant, fresh, row.camera(), request, key, now));
        }
        return spent.filter(row -> Arrays.equals(row.publicKey(), key))
                .flatMap(PairingTokenRow::agent)
                .flatMap(agent -> agents.find(tenant, agent))
                .filter(agent -> !agent.revoked())
                .flatMap(agent -> answer(tenant, agent.id(), agent.camera()));
    }

    private Optional<PairingAnswer> bind(
            TenantId tenant, AgentId id, CameraId camera, PairingRequest request, byte[] key, Instant now) {
        if (agents.ofCamera(tenant, camera).isPresent()) {
            return Optional.empty(); // another token for the same camera was quicker
        }
        work.entities(tenant)
                .persist(new Agent(
                        id, camera, key, PeersText.of(request.version(), 50), PeersText.of(request.host(), 100), now));
        work.by(Doer.agent(id.toString(), PeersText.of(request.host(), 100)));
        work.note(Deed.ofCamera(DeedKind.AGENT_PAIRED, camera.value()));
        return answer(tenant, id, camera);
    }

    private Optional<PairingAnswer> answer(TenantId tenant, AgentId agent, CameraId camera) {
        return cameras.find(tenant, camera)
                .map(Camera::name)
                .map(name -> new PairingAnswer(tenant, agent, camera, name));
    }

    private Optional<PairingTokenRow> row(TenantId tenant, byte[] hash) {
        return work.entities(tenant)
                .createQuery(
                        "select t from PairingTokenRow t where t.tenant = :tenant and t.hash = :hash",
                        PairingTokenRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }
}
