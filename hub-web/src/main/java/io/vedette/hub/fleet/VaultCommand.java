package io.vedette.hub.fleet;

import io.vedette.hub.platform.config.HubSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one line for the box that becomes the vault of a site. */
@Singleton
public class VaultCommand {
    private static final Logger LOG = LoggerFactory.getLogger(VaultCommand.class);

    private final AgentFile agent;
    private final HubSettings settings;

    @Inject
    VaultCommand(AgentFile agent, HubSettings settings) {
        this.agent = agent;
        this.settings = settings;
    }

    /** Empty while there is no program to hand out. */
    public Optional<String> line() {
        try {
            return Optional.of(new PairCommand(
                            settings.publicUrl().toString(), agent.known().sha256())
                    .vaultLine());
        } catch (IOException e) {
            LOG.error("the agent cannot be handed out: VEDETTE_AGENT_FILE cannot be read", e);
            return Optional.empty();
        }
    }
}
