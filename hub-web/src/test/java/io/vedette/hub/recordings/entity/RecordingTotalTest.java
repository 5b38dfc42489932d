package io.vedette.hub.recordings.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.hub.TestDatabase;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The counts kept for each camera are what a full count would say. */
class RecordingTotalTest {
    private static final String KEPT = """
            select tenant_id, camera_id, edge_recordings, edge_bytes, vault_recordings, vault_bytes from recording_total
            where edge_recordings <> 0 or edge_bytes <> 0 or vault_recordings <> 0 or vault_bytes <> 0
            order by 1, 2
            """;
    private static final String COUNTED = """
            select tenant_id, camera_id,
                   count(*) filter (where place = 'EDGE'), coalesce(sum(bytes) filter (where place = 'EDGE'), 0),
                   count(*) filter (where place in ('VAULT', 'LEAVING')),
                   coalesce(sum(bytes) filter (where place in ('VAULT', 'LEAVING')), 0)
            from recording where place <> 'GONE' group by 1, 2 order by 1, 2
            """;
    private static final List<String> PLACES = List.of("EDGE", "VAULT", "GONE");

    private final DatabaseSettings settings = TestDatabase.fresh();
    private final List<UUID> tenants = List.of(UUID.randomUUID(), UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterAnyHistoryTheyAreWhatAFullCountSays(long seed) throws SQLException {
        migrate("latest");
        try (Connection all = TestDatabase.unlocked(settings).getConnection();
                Statement statement = all.createStatement();
                Connection connection = owner().getConnection();
                Statement change = connection.createStatement()) {
            addCameras(statement);
            var random = new Random(seed);
            for (int step = 0; step < 200; step++) {
                UUID tenant = tenants.get(random.nextInt(2));
                connection.setAutoCommit(false);
                change.execute("select set_config('vedette.tenant', '" + tenant + "', true)");
                change.execute(somethingHappens(random, tenant));
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }

            assertThat(rows(statement, COUNTED)).isNotEmpty();
            assertThat(rows(statement, KEPT)).isEqualTo(rows(statement, COUNTED));

            for (UUID tenant : tenants) {
                change.execute("select set_config('vedette.tenant', '" + tenant + "', false)");
                change.execute("delete from recording");
            }
            assertThat(rows(statement, KEPT)).isEmpty();
        }
    }

    @Test
    void recordingsThatWereThereBeforeAreCountedByTheMigration() throws SQLException {
        migrate("003");
        try (Connection connection = TestDatabase.unlocked(settings).getConnection();
                Statement statement = connection.createStatement()) {
            addCameras(statement);
            var random = new Random(4);
            for (int i = 0; i < 50; i++) {
                statement.execute(added(random, tenants.get(random.nextInt(2))));
            }

            migrate("latest");

            assertThat(rows(statement, KEPT)).isNotEmpty().isEqualTo(rows(statement, COUNTED));
        }
    }

    @Test
    void theHubReadsItsTenantsCountsAndChangesNone() throws SQLException {
        migrate("latest");
        try (Connection connection = TestDatabase.unlocked(settings).getConnection();
                Statement statement = connection.createStatement()) {
            addCameras(statement);
            statement.execute("select set_config('vedette.tenant', '" + tenants.getFirst() + "', false)");
            statement.execute(added(new Random(5), tenants.getFirst()));
        }
        try (Connection connection = TestDatabase.asHub(settings).getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(rows(statement, KEPT)).as("no tenant named").isEmpty();
            statement.execute("select set_config('vedette.tenant', '" + tenants.getLast() + "', false)");
            assertThat(rows(statement, "select * from recording_total")).isEmpty();
            statement.execute("select set_config('vedette.tenant', '" + tenants.getFirst() + "', false)");
            assertThat(rows(statement, "select * from recording_total")).hasSize(1);
            for (String change : List.of(
                    "update recording_total set edge_bytes = 0",
                    "delete from recording_total",
                    "select count_recording(r, 1) from recording r")) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
            }

            statement.execute("update recording set place = 'VAULT'");
            assertThat(rows(statement, KEPT)).isEqualTo(rows(statement, COUNTED));
        }
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(owner())
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private DataSource owner() {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.ownerUser());
        return source;
    }

    private void addCameras(Statement statement) throws SQLException {
        for (UUID tenant : tenants) {
            TestDatabase.addTenant(settings, tenant, "t-" + tenants.indexOf(tenant));
            statement.execute(
                    "insert into site (tenant_id, id, name) values ('%s', uuidv7(), 'Yard')".formatted(tenant));
        }
        try (Connection connection = owner().getConnection();
                Statement upkeep = connection.createStatement()) {
            upkeep.execute("select make_partitions('2026-11-01', 1)");
        }
        statement.execute("insert into camera (tenant_id, id, site_id, name) "
                + "select tenant_id, uuidv7(), id, 'Camera ' || n from site, generate_series(1, 3) n");
    }

    /** One statement, as the hub, its jobs or the owner at a partition might run it. */
    private static String somethingHappens(Random random, UUID tenant) {
        String some = " where tenant_id = '" + tenant + "' and abs(hashtext(id::text)) % 7 = " + random.nextInt(7);
        return switch (random.nextInt(10)) {
            case 0 -> "delete from recording" + some;
            case 1 -> "delete from recording_default" + some;
            case 2 -> "update recording set thumbnail = not thumbnail" + some;
            case 3 -> "update recording set bytes = bytes + 7" + some;
            case 4 -> "update recording set started_at = started_at + interval '30 days'" + some;
            case 5 ->
                "update recording set place = '" + PLACES.get(random.nextInt(3))
                        + "', leaving_at = null, leaving_why = null" + some;
            case 6 -> "update recording set place = 'LEAVING', leaving_at = now(), leaving_why = 'AGE'" + some;
            default -> added(random, tenant);
        };
    }

    private static String added(Random random, UUID tenant) {
        return """
                insert into recording (tenant_id, camera_id, started_at, id, agent_id, duration_ms, bytes, sha256, mime, width,
                                       height, cut, place, received_at)
                select tenant_id, id, timestamptz '2026-11-20 12:00Z' + interval '1 day' * %d, uuidv7(), id, 1000, %d,
                       repeat('0', 64), 'video/mp4', 64, 36, false, '%s', now()
                from camera where tenant_id = '%s' order by id limit 1 offset %d
                """.formatted(
                random.nextInt(20), 1 + random.nextInt(1000), PLACES.get(random.nextInt(3)), tenant, random.nextInt(3));
    }

    private static List<List<Object>> rows(Statement statement, String query) throws SQLException {
        List<List<Object>> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                all.add(row);
            }
        }
        return all;
    }
}
