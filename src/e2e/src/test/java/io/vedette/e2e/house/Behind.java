package io.vedette.e2e.house;

import io.vedette.contracts.id.TenantId;
import io.vedette.stack.Stack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Behind the hub's back: its tables, by the tables' owner, in one tenant at a time. For proofs and for what cannot be waited for. */
public final class Behind {
    private final Stack stack;
    private final TenantId tenant;

    public Behind(Stack stack, String tenant) {
        this.stack = stack;
        this.tenant = stack.tenant(tenant);
    }

    public long count(String sql, String... values) {
        return Long.parseLong(column(sql, values).getFirst());
    }

    /** The first column of every row, as text. */
    public List<String> column(String sql, String... values) {
        try (Connection connection = entered();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Returns how many rows were changed. */
    public int change(String sql, String... values) {
        try (Connection connection = entered();
                PreparedStatement statement = prepared(connection, sql, values)) {
            int changed = statement.executeUpdate();
            connection.commit();
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection entered() throws SQLException {
        Connection connection = stack.databaseOwner().connect();
        connection.setAutoCommit(false);
        try (PreparedStatement enter = connection.prepareStatement("select set_config('vedette.tenant', ?, true)")) {
            enter.setString(1, tenant.toString());
            enter.execute();
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
