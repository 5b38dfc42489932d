package io.vedette.agent.spool;

import io.vedette.contracts.id.EventId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the numbers of all events that wait behind what the hub has. Those that may have left before get new ids as well:
 * the hub knows the old ones perhaps, under other numbers, and an id is kept once.
 */
final class Renumbering {
    private static final Logger LOG = LoggerFactory.getLogger(Renumbering.class);

    private Renumbering() {}

    /** Within the caller's transaction. */
    static void after(Connection c, long seq) throws SQLException {
        long acknowledged = Marks.read(c, Marks.ACKNOWLEDGED);
        long shift = seq - acknowledged;
        long last = Marks.read(c, Marks.LAST_SEQ);
        LOG.warn(
                "the hub has {} events, this index knows of {} sent: the {} that wait are numbered on from there",
                seq,
                Marks.read(c, Marks.SENT_TO),
                last - acknowledged);
        freshIds(c, Marks.read(c, Marks.SENT_TO));
        // by way of negative numbers, because a row must never meet another one's number
        change(c, "update outbox set seq = -(seq + ?)", shift);
        change(c, "update outbox set seq = -seq where seq < ?", 0);
        try (PreparedStatement change = c.prepareStatement("update recording set told = told + ? where told > ?")) {
            change.setLong(1, shift);
            change.setLong(2, acknowledged);
            change.executeUpdate();
        }
        Marks.write(c, Marks.LAST_SEQ, last + shift);
        Marks.write(c, Marks.SENT_TO, seq);
    }

    private static void freshIds(Connection c, long sentTo) throws SQLException {
        Map<Long, Long> seals = new LinkedHashMap<>();
        Map<Long, String> ids = new LinkedHashMap<>();
        try (PreparedStatement query = c.prepareStatement("select seq, at, body from outbox where seq <= ?")) {
            query.setLong(1, sentTo);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String id = EventId.fresh().toString();
                    ids.put(rows.getLong(1), id);
                    seals.put(rows.getLong(1), Outbox.seal(id, rows.getString(2), rows.getString(3)));
                }
            }
        }
        try (PreparedStatement change = c.prepareStatement("update outbox set id = ?, seal = ? where seq = ?")) {
            for (var entry : ids.entrySet()) {
                change.setString(1, entry.getValue());
                change.setLong(2, seals.getOrDefault(entry.getKey(), 0L));
                change.setLong(3, entry.getKey());
                change.executeUpdate();
            }
        }
    }

    private static void change(Connection c, String sql, long value) throws SQLException {
        try (PreparedStatement change = c.prepareStatement(sql)) {
            change.setLong(1, value);
            change.executeUpdate();
        }
    }
}
