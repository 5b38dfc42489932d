package io.vedette.hub.platform.persistence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Date;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Keeps the monthly partitions of recordings and events ahead of the calendar. Run at the start and daily. */
@Singleton
public class PartitionUpkeep {
    private static final int MONTHS = 5; // last month, this one, and three to come

    private final Database database;
    private final Clock clock;

    @Inject
    public PartitionUpkeep(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void run() throws SQLException {
        LocalDate first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusMonths(1);
        try (var connection = database.owner().getConnection();
                var call = connection.prepareStatement("select make_partitions(?, ?)")) {
            call.setDate(1, Date.valueOf(first));
            call.setInt(2, MONTHS);
            call.execute();
        }
    }
}
