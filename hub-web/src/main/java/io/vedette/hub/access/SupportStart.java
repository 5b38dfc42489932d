package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Tenants;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in each tenant's log when support access is over. It counts no longer by then, whether this runs or not. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class SupportStart {
    private static final Logger LOG = LoggerFactory.getLogger(SupportStart.class);

    @Inject
    @SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
    private Support support;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Tenants tenants;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private TenantWork work;

    @Schedule(hour = "*", minute = "*", persistent = false)
    void everyMinute() {
        try {
            for (TenantId tenant : tenants.all()) {
                work.run(tenant, () -> support.endOver(tenant));
            }
        } catch (RuntimeException e) {
            // the container would end the timer; the next minute tries again
            LOG.error("the end of support access could not be noted", e);
        }
    }
}
