package io.vedette.hub.retention;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every ten minutes whether the hub's disk has room; apart from what the rules have to do, which may wait for slow stores. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
public class FreeSpaceStart {
    private static final Logger LOG = LoggerFactory.getLogger(FreeSpaceStart.class);

    @Inject
    private RunFreeSpace space;

    @Schedule(hour = "*", minute = "5/10", persistent = false)
    void look() {
        try {
            long unused = space.run();
        } catch (RuntimeException e) {
            // the container would end the timer; the next time tries again
            LOG.error("the hub's disk could not be looked after", e);
        }
    }
}
