package io.vedette.hub.agents;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.pairing.FourWords;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.deed.Doer;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Agents get new keys: each when its key is {@link #LIFE} old, and when its owner asks. The new key is taken, and the old one
 * opens nothing any more, by one update that names the old one: what comes twice, late, or from a copy changes no row.
 */
@Singleton
public class RenewKeys {
    private static final Logger LOG = LoggerFactory.getLogger(RenewKeys.class);
    /** How long a key that somebody copied unseen is good for at most. */
    public static final Duration LIFE = Duration.ofDays(30);

    private static final String TAKE = """
            update Agent a set a.oldKey = a.publicKey, a.publicKey = :fresh, a.words = :words, a.keySince = :now,
              a.keyDueAt = null
            where a.tenant = :tenant and a.id = :id and a.publicKey = :old and a.epoch = :epoch
              and a.revokedAt is null and a.confirmedAt is not null and a.clonedAt is null
            """;

    private final TenantWork work;
    private final Agents agents;
    private final AgentLinks links;
    private final HubKeys keys;
    private final Clock clock;

    @Inject
    public RenewKeys(TenantWork work, Agents agents, AgentLinks links, HubKeys keys, Clock clock) {
        this.work = work;
        this.agents = agents;
        this.links = links;
        this.keys = keys;
        this.clock = clock;
    }

    /** Its owner wants it: now if it is connected, else when it comes. Inside a transaction. */
    void ask(EdgeRef agent) {
        int unused = work.entities(agent.tenant())
                .createQuery("update Agent a set a.keyDueAt = :now where a.tenant = :tenant and a.id = :id")
                .setParameter("now", clock.instant())
                .setParameter("tenant", agent.tenant().value())
                .setParameter("id", agent.agent().value())
                .executeUpdate();
        work.afterCommit(() -> links.send(agent.agent(), new FromHub.KeyDue()));
    }

    /**
     * What an agent says on a connection that it opened with its key. Empty when nothing came of it: it keeps the old one.
     *
     * @param nonce the hub's, of that connection
     */
    Optional<FromHub.KeyRenewed> take(AgentLinks.Link link, FromAgent.RenewKey asked, String nonce) {
        TenantId tenant = link.edge().tenant();
        Optional<byte[]> fresh = Signatures.key(asked.publicKey());
        Optional<byte[]> old = work.as(
                        tenant, () -> agents.find(tenant, link.edge().agent()))
                .map(Agent::publicKey)
                .filter(key -> signed(link.edge(), asked, nonce, key));
        Optional<HubKey> hub = work.as(tenant, () -> keys.find(tenant));
        if (fresh.isEmpty() || old.isEmpty() || hub.isEmpty()) {
            LOG.warn("a new key for agent {} is refused", link.edge().agent());
            return Optional.empty();
        }
        String words = FourWords.of(tenant, asked.publicKey(), hub.get().publicKey()); // slow: in no transaction
        boolean taken = work.as(tenant, () -> taken(link, old.get(), fresh.get(), words));
        LOG.info("a new key for agent {} is {}", link.edge().agent(), taken ? "taken" : "not taken");
        byte[] done = Proof.renewed(tenant, link.edge().agent(), asked.publicKey());
        return taken
                ? Optional.of(
                        new FromHub.KeyRenewed(asked.publicKey(), hub.get().sign(done)))
                : Optional.empty();
    }

    /** By the key it has and by the one it wants, which is another. */
    private static boolean signed(EdgeRef agent, FromAgent.RenewKey asked, String nonce, byte[] key) {
        String old = Signatures.text(key);
        byte[] claim = Proof.renewal(agent.tenant(), agent.agent(), nonce, old, asked.publicKey());
        return !old.equals(asked.publicKey())
                && Signatures.verifies(key, claim, asked.signature())
                && Signatures.key(asked.publicKey())
                        .filter(fresh -> Signatures.verifies(fresh, claim, asked.proof()))
                        .isPresent();
    }

    private boolean taken(AgentLinks.Link link, byte[] old, byte[] fresh, String words) {
        EdgeRef agent = link.edge();
        int changed = work.entities(agent.tenant())
                .createQuery(TAKE)
                .setParameter("fresh", fresh)
                .setParameter("words", words)
                .setParameter("now", clock.instant())
                .setParameter("tenant", agent.tenant().value())
                .setParameter("id", agent.agent().value())
                .setParameter("old", old)
                .setParameter("epoch", link.epoch())
                .executeUpdate();
        if (changed == 1) {
            note(agent);
        }
        return changed == 1;
    }

    private void note(EdgeRef ref) {
        Agent agent = agents.find(ref.tenant(), ref.agent()).orElseThrow();
        work.by(Doer.agent(ref.agent().toString(), agent.host()));
        work.note(agent.deed(DeedKind.AGENT_KEY_RENEWED).with("agent", ref.agent()));
    }
}
