package io.vedette.hub.audit;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clock of what is published. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class AuditStart {
    private static final Logger LOG = LoggerFactory.getLogger(AuditStart.class);

    @Inject
    @SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
    private PublishedHeads heads;

    @Schedule(hour = "*", persistent = false)
    void everyHour() {
        try {
            heads.publish();
        } catch (RuntimeException e) {
            // the container would end the timer; the next hour tries again
            LOG.error("the heads of the audit logs could not be published", e);
        }
    }
}
