package io.vedette.agent.spool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Whether every number between what the hub has and what was made last has its event. */
final class OutboxHole {
    private OutboxHole() {}

    /** In words; empty when there is none. Within the caller's transaction. */
    static Optional<String> in(Connection c) throws SQLException {
        long last = Marks.read(c, Marks.LAST_SEQ);
        long acknowledged = Marks.read(c, Marks.ACKNOWLEDGED);
        String sql = "select count(*), min(seq), max(seq) from outbox";
        try (PreparedStatement query = c.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            long count = row.getLong(1);
            boolean whole = count == last - acknowledged
                    && (count == 0 || row.getLong(2) == acknowledged + 1 && row.getLong(3) == last);
            return whole
                    ? Optional.empty()
                    : Optional.of("The outbox has a hole: " + count + " events wait, " + last + " were made, "
                            + acknowledged + " are acknowledged.");
        }
    }
}
