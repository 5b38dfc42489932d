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
import org.jspecify.annotations.Nullable;

/** A walk over the recordings at the edge that may be broken off and taken up again. */
final class ClosedRows {
    /** All of them where there is no vault; else without those that this one was brought. */
    private static final String WALK = """
            select number, id, started_at, bytes, sha256, state = 'STORED', lived_s, duration_ms, mime from recording
            where number > ?1 and state in ('KEPT', 'STORED') and (?2 is null or brought is not ?2)
            order by number limit ?3
            """;

    private ClosedRows() {}

    /** @param lived by {@link LivedTime}, now, in seconds */
    static List<ClosedRecording> after(Connection c, long number, int most, long lived) throws SQLException {
        return walk(c, null, number, most, lived);
    }

    /** As {@link #after}, without those that this vault was brought. */
    static List<ClosedRecording> toBring(Connection c, AgentId vault, long number, int most, long lived)
            throws SQLException {
        return walk(c, vault.toString(), number, most, lived);
    }

    private static List<ClosedRecording> walk(Connection c, @Nullable String vault, long number, int most, long lived)
            throws SQLException {
        try (PreparedStatement query = c.prepareStatement(WALK)) {
            query.setLong(1, number);
            query.setString(2, vault);
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
