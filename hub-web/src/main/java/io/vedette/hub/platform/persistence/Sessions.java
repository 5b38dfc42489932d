package io.vedette.hub.platform.persistence;

import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.hibernate.resource.jdbc.spi.PhysicalConnectionHandlingMode;
import org.hibernate.type.StandardBasicTypes;

/** Builds Hibernate the same way in the server and in tests: no container, no shared cache, no schema of its own. */
public final class Sessions {
    private Sessions() {}

    public static SessionFactory over(DataSource pool, Collection<Class<?>> entities) {
        return over(pool, entities, null);
    }

    /**
     * @param resolver only for tests that take a lock away; sessions are always opened with their tenant named, so the
     *     hub itself needs none, and a session without a tenant cannot be opened
     */
    static SessionFactory over(
            DataSource pool,
            Collection<Class<?>> entities,
            @org.jspecify.annotations.Nullable CurrentTenantIdentifierResolver<UUID> resolver) {
        var configuration = new Configuration();
        entities.forEach(configuration::addAnnotatedClass);
        configuration.registerFunctionContributor(Sessions::functions);
        configuration.registerTypeContributor((types, services) -> types.contributeJdbcTypeConstructor(new IdArrays()));
        var settings = configuration.getProperties();
        settings.put(AvailableSettings.MULTI_TENANT_CONNECTION_PROVIDER, new TenantConnections(pool));
        if (resolver != null) {
            settings.put(AvailableSettings.MULTI_TENANT_IDENTIFIER_RESOLVER, resolver);
        }
        settings.put(
                AvailableSettings.CONNECTION_HANDLING,
                PhysicalConnectionHandlingMode.DELAYED_ACQUISITION_AND_RELEASE_AFTER_TRANSACTION);
        settings.put(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true);
        settings.put(AvailableSettings.USE_SECOND_LEVEL_CACHE, false);
        settings.put(AvailableSettings.USE_QUERY_CACHE, false);
        settings.put(AvailableSettings.HBM2DDL_AUTO, "none");
        settings.put(AvailableSettings.JDBC_TIME_ZONE, "UTC");
        return configuration.buildSessionFactory();
    }

    /**
     * What queries may use as conditions: whether an id is one of a long list that was sent (looked up, not gone through for each
     * row); and whether a value is one of an array, in the form that finds rows by an index (Hibernate's own does not).
     */
    private static void functions(FunctionContributions functions) {
        var yesOrNo = functions.getTypeConfiguration().getBasicTypeRegistry().resolve(StandardBasicTypes.BOOLEAN);
        functions
                .getFunctionRegistry()
                .patternDescriptorBuilder("is_listed", "(?1 = any(cast(?2 as uuid[])))")
                .setInvariantType(yesOrNo)
                .setExactArgumentCount(2)
                .register();
        functions
                .getFunctionRegistry()
                .patternDescriptorBuilder("is_among", "(?1 = any(?2))")
                .setInvariantType(yesOrNo)
                .setExactArgumentCount(2)
                .register();
    }
}
