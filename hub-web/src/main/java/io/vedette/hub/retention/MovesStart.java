package io.vedette.hub.retention;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.tenancy.Tenants;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every ten minutes whether something is to be moved; apart from what is to be deleted, which must not wait for copies. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
public class MovesStart {
    private static final Logger LOG = LoggerFactory.getLogger(MovesStart.class);

    @Inject
    private Tenants tenants;

    @Inject
    private RunMoves moves;

    @Schedule(hour = "*", minute = "8/10", persistent = false)
    void look() {
        try {
            for (TenantId tenant : tenants.all()) {
                move(tenant);
            }
        } catch (RuntimeException e) {
            // the container would end the timer; the next time tries again
            LOG.error("recordings could not be moved", e);
        }
    }

    /** One tenant that fails must not keep the others waiting. */
    private void move(TenantId tenant) {
        try {
            moves.run(tenant);
        } catch (RuntimeException e) {
            LOG.error("recordings of tenant {} could not be moved", tenant, e);
        }
    }
}
