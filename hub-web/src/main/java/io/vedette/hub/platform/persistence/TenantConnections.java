package io.vedette.hub.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;

/**
 * Marks every connection that Hibernate takes with the tenant of its session: the third lock's key.
 * The mark lives for one transaction ({@code set_config(.., true)}), so a connection goes back to the pool clean.
 */
final class TenantConnections implements MultiTenantConnectionProvider<UUID> {
    private final transient DataSource pool;

    TenantConnections(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public Connection getConnection(UUID tenant) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            // before the mark: with auto-commit on, its transaction would end with its own statement
            connection.setAutoCommit(false);
            try (var mark = connection.prepareStatement("select set_config('vedette.tenant', ?, true)")) {
                mark.setString(1, tenant.toString());
                mark.execute();
            }
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public void releaseConnection(UUID tenant, Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public Connection getAnyConnection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    /** One connection and one mark per transaction. */
    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException("nothing to unwrap");
    }
}
