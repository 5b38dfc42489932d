package io.vedette.hub.kerberos;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after films that are coming in. */
@Startup
@Singleton
@DependsOn("Start")
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
public class KerberosStart {
    private static final Logger LOG = LoggerFactory.getLogger(KerberosStart.class);

    @Inject
    private FilmUpkeep upkeep;

    @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
    void everyMinute() {
        try {
            upkeep.run();
        } catch (RuntimeException e) {
            // the container would end the timer; the next minute tries again
            LOG.error("films that are coming in could not be looked after", e);
        }
    }
}
