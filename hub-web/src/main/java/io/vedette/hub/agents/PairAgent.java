package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.pairing.FourWords;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.contracts.pairing.VaultPairingAnswer;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A device spends its token: the hub binds the device's own key to the camera, or to the site it is the vault of. */
@Singleton
public class PairAgent {
    private static final Logger LOG = LoggerFactory.getLogger(PairAgent.class);
    /** So many refusals of a token that is right otherwise, and it is good for nothing: somebody else has it, too. */
    static final int MOST_WRONG = 5;

    private final TenantWork work;
    private final Agents agents;
    private final PairingAnswers answers;
    private final HubKeys keys;
    private final EndAgent ending;
    private final Clock clock;

    @Inject
    public PairAgent(
            TenantWork work, Cameras cameras, Sites sites, Agents agents, HubKeys keys, EndAgent ending, Clock clock) {
        this.work = work;
        this.agents = agents;
        this.answers = new PairingAnswers(cameras, sites, keys);
        this.keys = keys;
        this.ending = ending;
        this.clock = clock;
    }

    /**
     * Empty for every refusal alike: wrong, used, expired, foreign, or without the private key. Asking again with the same
     * key gives the same answer, so that an agent that died between asking and writing down can go on.
     */
    public Optional<PairingAnswer> pair(PairingRequest request) {
        return pair(request, PairingPlace.Before.class, answers::camera);
    }

    /** As {@link #pair(PairingRequest)}, for an edge vault: neither takes the other's token. */
    public Optional<VaultPairingAnswer> pairVault(PairingRequest request) {
        return pair(request, PairingPlace.VaultOf.class, answers::vault);
    }

    private <A> Optional<A> pair(
            PairingRequest request, Class<? extends PairingPlace> place, Function<Agent, Optional<A>> answered) {
        TenantId tenant = request.token().tenant();
        byte[] hash = PairingTokens.hash(request.token());
        Optional<PairingTokenRow> known = work.as(tenant, () -> row(tenant, hash));
        if (known.isPresent()) {
            keys.make(tenant); // only for who brings a token of it: a stranger makes no rows
        }
        Optional<A> answer = known.filter(row -> place.isInstance(row.place()))
                .flatMap(row -> Signatures.key(request.publicKey()))
                .filter(key -> Signatures.verifies(
                        key, Proof.pairing(request.token().reveal(), request.publicKey()), request.proof()))
                .flatMap(key ->
                        work.as(tenant, () -> redeem(tenant, request, hash, key).flatMap(answered)));
        if (answer.isEmpty()) {
            work.run(tenant, () -> count(tenant, hash));
        }
        LOG.info(
                "pairing for tenant {} from host '{}': {}",
                tenant,
                PeersText.of(request.host(), 100),
                answer.isPresent() ? "done" : "refused");
        return answer;
    }

    private Optional<Agent> redeem(TenantId tenant, PairingRequest request, byte[] hash, byte[] key) {
        AgentId fresh = AgentId.fresh();
        Instant now = clock.instant();
        // of two agents with one token, the database lets exactly one change this row
        int won = work.entities(tenant)
                .createQuery("""
                        update PairingTokenRow t set t.agent = :agent, t.publicKey = :key
                        where t.tenant = :tenant and t.hash = :hash and t.agent is null and t.expiresAt > :now
                          and t.wrong < :most
                        """)
                .setParameter("agent", fresh.value())
                .setParameter("key", key)
                .setParameter("tenant", tenant.value())
                .setParameter("hash", hash)
                .setParameter("now", now)
                .setParameter("most", MOST_WRONG)
                .executeUpdate();
        Optional<PairingTokenRow> spent = row(tenant, hash);
        if (won == 1) {
            return spent.flatMap(row -> bind(row, fresh, request, key, now));
        }
        return spent.filter(row -> Arrays.equals(row.publicKey(), key))
                .flatMap(PairingTokenRow::agent)
                .flatMap(agent -> agents.find(tenant, agent))
                .filter(agent ->
                        !agent.revoked() && Arrays.equals(agent.publicKey(), key)); // else it has another one now
    }

    private Optional<Agent> bind(PairingTokenRow token, AgentId id, PairingRequest request, byte[] key, Instant now) {
        TenantId tenant = token.tenant();
        if (!answers.there(tenant, token.place())) {
            return Optional.empty(); // it was taken away in the same instant
        }
        Optional<Agent> before = switch (token.place()) {
            case PairingPlace.Before at -> agents.ofCamera(tenant, at.camera());
            case PairingPlace.VaultOf at -> agents.ofSite(tenant, at.site());
        };
        if (before.isPresent() && !token.swap()) {
            return Optional.empty(); // another token for the same place was quicker
        }
        before.ifPresent(ending::end);
        Agent agent = agent(token.place(), id, request, key, now);
        keys.find(tenant).ifPresent(hub -> agent.words(FourWords.of(tenant, request.publicKey(), hub.publicKey())));
        if (token.confirm()) {
            agent.waits();
        }
        work.entities(tenant).persist(agent);
        work.entities(tenant).flush(); // which stamps its tenant
        work.by(Doer.agent(id.toString(), PeersText.of(request.host(), 100)));
        work.note(agent.deed(DeedKind.AGENT_PAIRED));
        return Optional.of(agent);
    }

    private static Agent agent(PairingPlace place, AgentId id, PairingRequest request, byte[] key, Instant now) {
        String version = PeersText.of(request.version(), 50);
        String host = PeersText.of(request.host(), 100);
        return switch (place) {
            case PairingPlace.Before at -> new Agent(id, at.camera(), key, version, host, now);
            case PairingPlace.VaultOf at -> Agent.vault(id, at.site(), at.name(), key, version, host, now);
        };
    }

    private void count(TenantId tenant, byte[] hash) {
        int unused = work.entities(tenant)
                .createQuery("""
                        update PairingTokenRow t set t.wrong = t.wrong + 1
                        where t.tenant = :tenant and t.hash = :hash and t.wrong < :most
                        """)
                .setParameter("tenant", tenant.value())
                .setParameter("hash", hash)
                .setParameter("most", MOST_WRONG)
                .executeUpdate();
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
