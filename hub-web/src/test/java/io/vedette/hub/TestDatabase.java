package io.vedette.hub;

import io.vedette.contracts.Secret;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import io.vedette.hub.platform.persistence.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of this module, with the two roles of production; a database of their own for whoever asks. */
public final class TestDatabase {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static EmbeddedPostgres start() {
        try {
            // below target and left there: removing a cluster with many databases at exit takes longer than some builds
            // wait
            Path folder = Path.of(
                    "target", "postgres", Long.toString(ProcessHandle.current().pid()));
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.toAbsolutePath())
                    .setCleanDataDirectory(false)
                    .start();
            execute(
                    server,
                    "create role hub_owner login nosuperuser nobypassrls",
                    "create role hub_app login nosuperuser nobypassrls");
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(EmbeddedPostgres server, String... statements) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Settings for a database that nobody else uses; empty until a {@code Database} migrates it. */
    public static DatabaseSettings fresh() {
        String name = "hub_" + COUNT.incrementAndGet();
        execute(SERVER, "create database " + name + " owner hub_owner");
        return settings(name);
    }

    /** As {@link #fresh()}, already migrated: a copy of one that was, which takes a twentieth of the time. */
    public static DatabaseSettings migrated() {
        String name = "hub_" + COUNT.incrementAndGet();
        execute(SERVER, "create database " + name + " owner hub_owner template " + Template.NAME);
        return settings(name);
    }

    /** Migrated by whoever is first to ask. Nobody else connects to it, or it could not be copied. */
    private static final class Template {
        static final String NAME = migratedOnce();

        private static String migratedOnce() {
            DatabaseSettings settings = fresh();
            new Database(settings, List.of()).close();
            return settings.url().substring(settings.url().lastIndexOf('/') + 1);
        }
    }

    /** A source that row security does not bind, for tests that take the third lock away. */
    public static javax.sql.DataSource unlocked(DatabaseSettings settings) {
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser("postgres");
        return source;
    }

    public static javax.sql.DataSource asHub(DatabaseSettings settings) {
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        return source;
    }

    public static void addTenant(DatabaseSettings settings, UUID id, String slug) {
        try (var connection = unlocked(settings).getConnection();
                var insert = connection.prepareStatement("insert into tenant (id, slug, name) values (?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, slug);
            insert.setString(3, slug);
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the role they have. */
    public static void addMember(DatabaseSettings settings, Viewer viewer) {
        try (var connection = unlocked(settings).getConnection();
                var insert =
                        connection.prepareStatement("insert into member (tenant_id, subject, role) values (?, ?, ?)")) {
            insert.setObject(1, viewer.tenant().value());
            insert.setString(2, viewer.subject().value());
            insert.setString(3, viewer.role().key().value());
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DatabaseSettings settings(String database) {
        String url = "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + database;
        return new DatabaseSettings(url, "hub_app", new Secret("none"), "hub_owner", new Secret("none"));
    }
}
