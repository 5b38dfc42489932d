package io.vedette.hub.people;

import io.vedette.hub.access.Arrivals;
import io.vedette.hub.cameras.grants.Grants;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Sees to it that grants of an invitation go to whoever takes it up, from the first request on. */
@Startup
@Singleton
@DependsOn("Start")
@TransactionManagement(TransactionManagementType.BEAN)
@SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
public class ArrivalsStart {
    @Inject
    private Arrivals arrivals;

    @Inject
    private Grants grants;

    @PostConstruct
    void listen() {
        arrivals.onArrival(grants::arrived);
    }
}
