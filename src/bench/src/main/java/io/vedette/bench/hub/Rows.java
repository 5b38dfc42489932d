package io.vedette.bench.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Puts rows of one tenant into the hub's database, as its owner. */
public final class Rows {
    private Rows() {}

    /** Fills the parameters of a statement in their order. */
    public static void run(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }

    /** The owner is bound by row security as well. */
    public static void as(Connection connection, Object tenant) throws SQLException {
        run(connection, "select set_config('vedette.tenant', ?, true)", tenant.toString());
    }
}
