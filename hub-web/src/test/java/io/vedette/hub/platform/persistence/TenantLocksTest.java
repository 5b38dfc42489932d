package io.vedette.hub.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.CustomRole;
import io.vedette.hub.access.KeptOut;
import io.vedette.hub.access.Member;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.CameraTag;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.GroupReach;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.Team;
import io.vedette.hub.cameras.grants.TeamMember;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.tenancy.Quota;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three locks keep tenants apart. Each is shown to hold with the other two taken away. */
class TenantLocksTest {
    private static final List<Class<?>> ENTITIES = List.of(
            Member.class,
            CustomRole.class,
            Site.class,
            CameraGroup.class,
            Camera.class,
            CameraTag.class,
            KeptOut.class,
            Quota.class,
            GroupReach.class,
            AccessGrant.class,
            Team.class,
            TeamMember.class);
    private static final Viewer ACME = new Viewer(TenantId.fresh(), new Subject("owner-of-acme"), Role.OWNER);
    private static final Viewer GLOBEX = new Viewer(TenantId.fresh(), new Subject("owner-of-globex"), Role.OWNER);
    private static final DatabaseSettings SETTINGS = TestDatabase.migrated();
    private static Database database;
    private static CameraId camera;

    @BeforeAll
    static void acmeHasACamera() {
        database = new Database(SETTINGS, ENTITIES);
        TestDatabase.addTenant(SETTINGS, ACME.tenant().value(), "acme");
        TestDatabase.addTenant(SETTINGS, GLOBEX.tenant().value(), "globex");
        var work = new TenantWork(database.sessions());
        camera = work.as(ACME.tenant(), () -> {
            SiteId yard = SiteId.fresh();
            sites(work).add(ACME, yard, new Name("Yard"), ZoneId.of("Europe/Berlin"));
            return cameras(work)
                    .add(ACME, yard, Optional.empty(), new Name("Gate"))
                    .id();
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void withAllThreeLocksTheOwnerSeesTheCameraAndTheForeignerDoesNot() {
        var work = new TenantWork(database.sessions());

        assertThat(seen(work, ACME)).isTrue();
        assertThat(seen(work, GLOBEX)).isFalse();
    }

    @Test
    void theFirstLockAloneHolds_everyQueryNamesItsTenant() {
        // a database role that row security does not bind, and sessions that Hibernate does not filter
        try (SessionFactory sessions = Sessions.over(TestDatabase.unlocked(SETTINGS), ENTITIES, everySessionIsRoot())) {
            var work = new TenantWork(sessions);

            assertThat(work.as(GLOBEX.tenant(), () -> everyCamera(work, GLOBEX.tenant()))
                            .size())
                    .as("the other two locks are off")
                    .isEqualTo(1);
            assertThat(seen(work, ACME)).isTrue();
            assertThat(seen(work, GLOBEX)).isFalse();
        }
    }

    @Test
    void theSecondLockAloneHolds_hibernateFiltersAQueryThatForgotItsTenant() {
        try (SessionFactory sessions = Sessions.over(TestDatabase.unlocked(SETTINGS), ENTITIES)) {
            var work = new TenantWork(sessions);

            assertThat(work.as(ACME.tenant(), () -> everyCamera(work, ACME.tenant())))
                    .hasSize(1);
            assertThat(work.as(GLOBEX.tenant(), () -> everyCamera(work, GLOBEX.tenant())))
                    .isEmpty();
            assertThat(work.as(
                            GLOBEX.tenant(),
                            () -> Optional.ofNullable(
                                    work.entities(GLOBEX.tenant()).find(Camera.class, camera.value()))))
                    .isEmpty();
        }
    }

    @Test
    void theThirdLockAloneHolds_thePlainDatabaseShowsOnlyTheTenantOfTheTransaction() throws SQLException {
        assertThat(countAsHub("select set_config('vedette.tenant', '" + ACME.tenant() + "', true)"))
                .isEqualTo(1);
        assertThat(countAsHub("select set_config('vedette.tenant', '" + GLOBEX.tenant() + "', true)"))
                .isZero();
        assertThat(countAsHub("select 1")).as("no tenant named").isZero();
    }

    @Test
    void theThirdLockRefusesARowForSomebodyElse() throws SQLException {
        try (var connection = TestDatabase.asHub(SETTINGS).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('vedette.tenant', '" + GLOBEX.tenant() + "', true)");

            assertThatThrownBy(
                            () -> statement.execute("insert into site (tenant_id, id, name) values ('" + ACME.tenant()
                                    + "', '" + UUID.fromString("00000000-0000-7000-8000-000000000001") + "', 'x')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void everyTableOfATenantIsLockedAndTheHubOwnsNone() throws SQLException {
        try (var connection = TestDatabase.unlocked(SETTINGS).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select c.relname, c.relrowsecurity and c.relforcerowsecurity
                            and exists (select 1 from pg_policy p where p.polrelid = c.oid)
                            and pg_get_userbyid(c.relowner) <> 'hub_app'
                        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
                        where c.relkind in ('r', 'p') and not c.relispartition
                        """)) {
            int tables = 0;
            while (rows.next()) {
                tables++;
                assertThat(rows.getBoolean(2)).as(rows.getString(1)).isTrue();
            }
            assertThat(tables).isGreaterThanOrEqualTo(10);
        }
    }

    @Test
    void aPartitionCannotBeReachedAroundItsParentsLock() throws SQLException {
        try (var connection = TestDatabase.asHub(SETTINGS).getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select * from recording_default"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aConnectionGoesBackToThePoolClean() {
        var pool = new com.zaxxer.hikari.HikariDataSource();
        pool.setDataSource(TestDatabase.asHub(SETTINGS));
        pool.setMaximumPoolSize(1);
        try (pool;
                SessionFactory sessions = Sessions.over(pool, ENTITIES)) {
            var work = new TenantWork(sessions);
            for (int i = 0; i < 200; i++) {
                assertThat(seen(work, ACME)).isTrue();
                assertThat(seen(work, GLOBEX)).isFalse();
                assertThatThrownBy(() -> work.run(ACME.tenant(), () -> {
                            everyCamera(work, ACME.tenant());
                            throw new IllegalStateException("on purpose");
                        }))
                        .hasMessage("on purpose");
            }
        }
    }

    @Test
    void aTransactionNeverHoldsTwoTenants() {
        var work = new TenantWork(database.sessions());

        assertThatThrownBy(() -> work.run(ACME.tenant(), () -> seen(work, GLOBEX)))
                .hasMessageContaining("two tenants");
    }

    @Test
    void nothingIsReachedOutsideTheDoor() {
        var work = new TenantWork(database.sessions());

        assertThatThrownBy(() -> cameras(work).all(ACME)).hasMessageContaining("outside TenantWork");
    }

    private static boolean seen(TenantWork work, Viewer viewer) {
        return work.as(
                viewer.tenant(),
                () -> cameras(work).find(viewer, camera).isPresent()
                        || !cameras(work).all(viewer).isEmpty());
    }

    /** A query that forgot its tenant, on purpose. */
    private static List<Camera> everyCamera(TenantWork work, TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select c from Camera c", Camera.class)
                .getResultList();
    }

    private static long countAsHub(String before) throws SQLException {
        try (var connection = TestDatabase.asHub(SETTINGS).getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(before);
            try (var rows = statement.executeQuery("select count(*) from camera")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static Cameras cameras(TenantWork work) {
        return new Cameras(work, new VisibleCameras(work, Clock.systemUTC()), new AccessNews());
    }

    private static Sites sites(TenantWork work) {
        return new Sites(work, new VisibleCameras(work, Clock.systemUTC()), new AccessNews());
    }

    private static CurrentTenantIdentifierResolver<UUID> everySessionIsRoot() {
        return new CurrentTenantIdentifierResolver<>() {
            @Override
            public UUID resolveCurrentTenantIdentifier() {
                return new UUID(0, 0);
            }

            @Override
            public boolean validateExistingCurrentSessions() {
                return false;
            }

            @Override
            public boolean isRoot(UUID tenant) {
                return true;
            }
        };
    }
}
