package io.vedette.agent.spool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The counters of what was given up. Each method is one statement within the caller's transaction. */
final class GivenUpRows {
    private GivenUpRows() {}

    static void count(Connection c, GivenUp one) throws SQLException {
        String sql =
                "insert into given_up (reason, place, recordings, bytes) values (?, ?, ?, ?) on conflict (reason, place)"
                        + " do update set recordings = recordings + excluded.recordings, bytes = bytes + excluded.bytes";
        try (PreparedStatement count = c.prepareStatement(sql)) {
            count.setString(1, one.reason().name());
            count.setString(2, one.inVault() ? "VAULT" : "EDGE");
            count.setLong(3, one.recordings());
            count.setLong(4, one.bytes());
            count.executeUpdate();
        }
    }

    static List<GivenUp> all(Connection c) throws SQLException {
        String sql = "select reason, place = 'VAULT', recordings, bytes from given_up order by reason, place";
        try (PreparedStatement query = c.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            List<GivenUp> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new GivenUp(
                        GivenUp.Reason.valueOf(rows.getString(1)),
                        rows.getBoolean(2),
                        rows.getLong(3),
                        rows.getLong(4)));
            }
            return all;
        }
    }
}
