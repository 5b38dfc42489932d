package io.vedette.hub.platform.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.hibernate.SessionFactory;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the database: migrates as the owner, then works as the role that owns nothing. */
@Singleton
public class Database {
    private static final int CONNECTIONS = 16;
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 30;
    /**
     * Tenants differ a thousandfold, and so do lists of ids that are sent: a plan made for nobody in particular goes through such a
     * list for every row, where one made for this list looks each row up.
     */
    private static final String PLANNED_EACH_TIME = "set plan_cache_mode = force_custom_plan";

    private final DatabaseSettings settings;
    private final HikariDataSource pool;
    private final SessionFactory sessions;

    @Inject
    Database(HubSettings settings, Instance<Entities> entities, MeterRegistry meters) {
        this(
                settings.database(),
                entities.stream().map(Entities::classes).flatMap(List::stream).toList());
        pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
    }

    public Database(DatabaseSettings settings, Collection<Class<?>> entities) {
        this(settings, entities, true);
    }

    private Database(DatabaseSettings settings, Collection<Class<?>> entities, boolean migrates) {
        this.settings = settings;
        if (migrates) {
            migrate();
        }
        this.pool = pool();
        this.sessions = Sessions.over(pool, entities);
    }

    /** Without a look at its version, for whoever only reads. */
    public static Database asItIs(DatabaseSettings settings, Collection<Class<?>> entities) {
        return new Database(settings, entities, false);
    }

    private void migrate() {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(owner())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }

    private HikariDataSource pool() {
        var config = new HikariConfig();
        config.setPoolName("hub");
        config.setDataSource(source(settings.user(), settings.password().reveal()));
        config.setConnectionInitSql(PLANNED_EACH_TIME);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECT_SECONDS * 1000L);
        config.setValidationTimeout(2_000);
        return new HikariDataSource(config);
    }

    /** A plain connection source of the owner: for migration and partition upkeep alone. */
    PGSimpleDataSource owner() {
        return source(settings.ownerUser(), settings.ownerPassword().reveal());
    }

    private PGSimpleDataSource source(String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setApplicationName("vedette-hub");
        return source;
    }

    public SessionFactory sessions() {
        return sessions;
    }

    /** Whether the database answers within two seconds. */
    public boolean answers() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(2);
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    @PreDestroy
    public void close() {
        sessions.close();
        pool.close();
    }
}
