package io.vedette.agent.link;

import io.vedette.agent.config.AgentConfig;
import io.vedette.agent.config.AgentKey;
import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Protocol;
import java.time.Instant;

/**
 * Who calls the hub, and how it proves that.
 *
 * @param version the agent's own, for people
 */
public record Identity(HubAddress hub, TenantId tenant, AgentId agent, AgentKey key, String version) {

    public static Identity of(AgentConfig config, AgentKey key, String version) {
        return new Identity(config.hub(), config.tenant(), config.agent(), key, version);
    }

    FromAgent.Hello hello(String nonce, Instant now) {
        String signature = key.sign(Proof.hello(tenant, agent, nonce));
        return new FromAgent.Hello(tenant, agent, Protocol.VERSION, version, now, signature);
    }
}
