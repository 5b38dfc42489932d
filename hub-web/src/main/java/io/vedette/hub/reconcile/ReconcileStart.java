package io.vedette.hub.reconcile;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then whether there is something to compare. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
public class ReconcileStart {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileStart.class);

    @Inject
    private ReconcileAll all;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        try {
            all.run();
        } catch (RuntimeException e) {
            // the container would end the timer; the next look goes on
            LOG.error("nothing could be compared", e);
        }
    }
}
