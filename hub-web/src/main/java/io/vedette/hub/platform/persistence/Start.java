package io.vedette.hub.platform.persistence;

import io.vedette.hub.platform.log.StructuredLog;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the database when the hub starts, so that a fault shows there and not at the first request. */
@Startup
@DependsOn(StructuredLog.NAME)
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Start {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    @Inject
    @SuppressWarnings("NullAway.Init") // the container makes this bean with its empty constructor
    private PartitionUpkeep partitions;

    @PostConstruct
    void open() {
        daily();
    }

    @Schedule(hour = "3", persistent = false)
    void daily() {
        try {
            partitions.run();
        } catch (SQLException e) {
            // rows go to the default partition meanwhile; tomorrow it is tried again
            LOG.error("partitions for the coming months could not be made", e);
        }
    }
}
