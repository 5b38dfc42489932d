package io.vedette.agent.link;

import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.KeyRing;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.pairing.FourWords;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the agent's key over one connection. The hub says when; what was begun on an earlier connection, or in an earlier
 * life, is brought to its end on this one. One thread.
 */
final class KeyRenewal {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRenewal.class);

    private final Identity identity;
    private final KeyRing keys;
    private AgentKey used;
    private final Consumer<FromAgent> out;
    private String nonce = "";

    /**
     * Begins with the connection.
     *
     * @param used the key with which this connection says hello: in the end the one the hub knows
     */
    KeyRenewal(Identity identity, AgentKey used, Consumer<FromAgent> out) {
        this.identity = identity;
        this.keys = identity.keys();
        this.used = used;
        this.out = out;
    }

    void challenged(String hubsNonce) {
        this.nonce = hubsNonce;
    }

    /** The hub let us in with the key of this connection: the one it knows. */
    void welcomed() {
        Optional<AgentKey> next = keys.next();
        if (next.isPresent() && next.get() == used) {
            adopt();
        } else if (next.isPresent()) {
            ask(next.get());
        } else if (keys.now() != used) {
            ask(keys.now()); // the hub was put back from a backup that knows the one before
        }
    }

    void due() {
        try {
            ask(keys.makeNext());
        } catch (IOException e) {
            LOG.error("no new key can be kept here; the agent goes on with the one it has", e);
        }
    }

    /** Believed from the hub alone: thrown away for anything less, a key would be missed for ever. */
    void renewed(FromHub.KeyRenewed said) {
        byte[] claim = Proof.renewed(identity.tenant(), identity.agent(), said.publicKey());
        boolean proved = Signatures.key(identity.hubKey())
                .filter(hub -> Signatures.verifies(hub, claim, said.signature()))
                .isPresent();
        boolean next = keys.next()
                .filter(key -> key.publicKey().equals(said.publicKey()))
                .isPresent();
        if (!proved) {
            LOG.warn("somebody says that this agent's key was renewed, and does not prove to be the hub");
        } else if (next) {
            adopt();
        }
        if (proved && keys.now().publicKey().equals(said.publicKey())) {
            used = keys.now(); // with which another renewal of this connection is signed
        }
    }

    private void ask(AgentKey next) {
        byte[] claim = Proof.renewal(identity.tenant(), identity.agent(), nonce, used.publicKey(), next.publicKey());
        out.accept(new FromAgent.RenewKey(next.publicKey(), used.sign(claim), next.sign(claim)));
    }

    private void adopt() {
        try {
            keys.adopt();
            LOG.info(
                    "this agent has a new key; with the hub's it makes the words {}",
                    FourWords.of(identity.tenant(), keys.now().publicKey(), identity.hubKey()));
        } catch (IOException e) {
            // both lie on the disk still: the next connection begins with the new one and ends this
            LOG.error("the new key cannot be put in the place of the old one yet", e);
        }
    }
}
