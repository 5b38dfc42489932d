package io.vedette.agent.spool;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A walk over the recordings at the edge that may be broken off and taken up again. */
final class ClosedRows {
    private static final String WALK =
            "select number, id, started_at, bytes, sha256, state = 'STORED', lived_s, duration_ms, mime from recording"
                    + " where number > ? and state in ('KEPT', 'STORED')";

    private static final String LIMIT = " order by number limit ?";

    private ClosedRows() {}

    /** @param lived by {@link LivedTime}, now, in seconds */
    static List<ClosedRecording> after(Connection c, long number, int most, long lived) throws SQLException {
        try (PreparedStatement query = c.prepareStatement(WALK + LIMIT)) {
            query.setLong(1, number);
            query.setInt(2, most);
            return read(query, lived);
        }
    }

    /** As {@link #after}, without those that this vault was brought. */
    static List<ClosedRecording> toBring(Connection c, AgentId vault, long number, int most, long lived)
            throws SQLException {
        try (PreparedStatement query = c.prepareStatement(WALK + " and brought is not ?" + LIMIT)) {
            query.setLong(1, number);
            query.setString(2, vault.toString());
            query.setInt(3, most);
            return read(query, lived);
        }
    }

    private static List<ClosedRecording> read(PreparedStatement query, long lived) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<ClosedRecording> all = new ArrayList<>();
            while (rows.next()) {
                all.add(new ClosedRecording(
                        rows.getLong(1),
                        RecordingId.of(rows.getString(2)),
                        Instant.parse(rows.getString(3)),
                        rows.getLong(4),
                        rows.getString(5),
                        rows.getBoolean(6),
                        Duration.ofSeconds(Math.max(0, lived - rows.getLong(7))),
                        Duration.ofMillis(rows.getLong(8)),
                        rows.getString(9)));
            }
            return all;
        }
    }
}
