package io.vedette.hub.retention;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.tenancy.Tenants;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes by the rules every night, and looks every ten minutes whether something is left to throw away. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
public class RetentionStart {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionStart.class);

    @Inject
    private Tenants tenants;

    @Inject
    private RunRetention running;

    @Schedule(hour = "4", minute = "17", persistent = false)
    void night() {
        each(running::night);
    }

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void inBetween() {
        each(running::goOn);
    }

    /** One tenant that fails must not keep the others waiting. */
    private void each(Consumer<TenantId> what) {
        guarded(() -> tenants.all().forEach(tenant -> guarded(() -> what.accept(tenant))));
    }

    private static void guarded(Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            // the container would end the timer; the next time tries again
            LOG.error("retention could not do its work", e);
        }
    }
}
