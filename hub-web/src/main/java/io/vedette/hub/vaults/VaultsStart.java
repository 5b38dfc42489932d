package io.vedette.hub.vaults;

import io.vedette.hub.tenancy.Tenants;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears up once a day in what owners brought. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
public class VaultsStart {
    private static final Logger LOG = LoggerFactory.getLogger(VaultsStart.class);
    /** No put takes so long, whoever else may be at it with the same bucket. */
    private static final Duration BROKEN_OFF = Duration.ofDays(1);

    @Inject
    private Tenants tenants;

    @Inject
    private Stores stores;

    @Inject
    private Clock clock;

    @Schedule(hour = "3", minute = "41", persistent = false)
    void sweep() {
        try {
            Instant before = clock.instant().minus(BROKEN_OFF);
            tenants.all().forEach(tenant -> stores.sweep(tenant, before));
        } catch (RuntimeException e) {
            // the container would end the timer; the next day tries again
            LOG.error("what owners brought could not be cleared up", e);
        }
    }
}
