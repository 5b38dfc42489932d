package io.vedette.agent.spool;

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
    private ClosedRows() {}

    /** @param lived by {@link LivedTime}, now, in seconds */
    static List<ClosedRecording> after(Connection c, long number, int most, long lived) throws SQLException {
        String sql = "select number, id, started_at, bytes, sha256, state = 'STORED', lived_s from recording"
                + " where number > ? and state in ('KEPT', 'STORED') order by number limit ?";
        try (PreparedStatement query = c.prepareStatement(sql)) {
            query.setLong(1, number);
            query.setInt(2, most);
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
                            Duration.ofSeconds(Math.max(0, lived - rows.getLong(7)))));
                }
                return all;
            }
        }
    }
}
