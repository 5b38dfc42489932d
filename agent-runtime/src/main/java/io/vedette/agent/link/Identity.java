package io.vedette.agent.link;

import io.vedette.agent.config.AgentConfig;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.KeyRing;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Protocol;
import io.vedette.contracts.link.Signatures;
import java.time.Instant;

/**
 * Who calls the hub, how it proves that, and who the hub has to be.
 *
 * @param keys the agent's own
 * @param hubKey the one the hub answered the pairing with
 * @param life which of its lives the agent is in
 * @param version the agent's own, for people
 */
public record Identity(
        HubAddress hub,
        TenantId tenant,
        AgentId agent,
        KeyRing keys,
        String hubKey,
        FromAgent.Life life,
        String version) {

    public static Identity of(AgentConfig config, KeyRing keys, FromAgent.Life life, String version) {
        return new Identity(config.hub(), config.tenant(), config.agent(), keys, config.hubKey(), life, version);
    }

    /** All that is said to a hub that has not proved itself. */
    FromAgent.Call call(String nonce) {
        return new FromAgent.Call(tenant, nonce);
    }

    /** Whether it is the hub this agent was paired with that answers the call. */
    boolean proves(FromHub.Challenge challenge, String nonce) {
        byte[] claim = Proof.hub(tenant, nonce, challenge.nonce());
        return Signatures.key(hubKey)
                .filter(pinned -> Signatures.verifies(pinned, claim, challenge.signature()))
                .isPresent();
    }

    FromAgent.Hello hello(AgentKey key, String nonce, Instant now) {
        String signature = key.sign(Proof.hello(tenant, agent, nonce, life));
        return new FromAgent.Hello(tenant, agent, Protocol.VERSION, version, now, life, signature);
    }
}
