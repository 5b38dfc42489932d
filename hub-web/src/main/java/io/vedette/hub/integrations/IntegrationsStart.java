package io.vedette.hub.integrations;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether there is something to tell. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
public class IntegrationsStart {
    private static final Logger LOG = LoggerFactory.getLogger(IntegrationsStart.class);

    @Inject
    private TellAll all;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void look() {
        try {
            all.run();
        } catch (RuntimeException e) {
            // the container would end the timer; the next look goes on
            LOG.error("events could not be told", e);
        }
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void dropOld() {
        try {
            all.dropOld();
        } catch (RuntimeException e) {
            LOG.error("old events could not be thrown away", e);
        }
    }
}
