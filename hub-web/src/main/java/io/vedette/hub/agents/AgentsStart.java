package io.vedette.hub.agents;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether the agents that count as online still speak. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
public class AgentsStart {
    private static final Logger LOG = LoggerFactory.getLogger(AgentsStart.class);

    @Inject
    private AgentDesk desk;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        try {
            desk.dropSilent();
        } catch (RuntimeException e) {
            // the container would end the timer; the next look goes on with the others
            LOG.warn("an agent that fell silent could not be noted as offline", e);
        }
    }
}
