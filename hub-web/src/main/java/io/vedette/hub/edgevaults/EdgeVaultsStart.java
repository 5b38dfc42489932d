package io.vedette.hub.edgevaults;

import io.vedette.hub.agents.AgentNews;
import io.vedette.hub.agents.VaultNews;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.recordings.control.EdgeNews;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins to listen, and gives the agents of sites fresh tickets for their vaults. */
@Startup
@Singleton
@DependsOn("Start")
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
public class EdgeVaultsStart {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeVaultsStart.class);

    @Inject
    private AgentNews agents;

    @Inject
    private VaultNews vaults;

    @Inject
    private AccessNews access;

    @Inject
    private EdgeNews edge;

    @Inject
    private OfferVaults offers;

    @Inject
    private SendOnByRule rules;

    @PostConstruct
    void listen() {
        edge.onKept(rules::kept);
        agents.onOnline(offers::came);
        vaults.onOpened(vault -> offers.changed(vault.tenant()));
        vaults.onRevoked(vault -> offers.changed(vault.tenant()));
        access.onLess(offers::moved); // a camera that leaves its site is such news, too
    }

    /** Half the life of a ticket. */
    @Schedule(hour = "*", minute = "*/30", persistent = false)
    void renew() {
        try {
            offers.renew();
        } catch (RuntimeException e) {
            // the container would end the timer; the next time tries again
            LOG.error("the agents of sites could not be told of their vaults", e);
        }
    }
}
