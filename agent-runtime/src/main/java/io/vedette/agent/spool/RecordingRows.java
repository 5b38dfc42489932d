package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of recordings and of drafts. Each method is one statement within the caller's transaction. */
final class RecordingRows {
    enum State {
        /** At the edge only. */
        KEPT,
        /** At the edge and verified in the vault. */
        STORED,
        /** Being deleted: the file goes, then the row. */
        GONE
    }

    record Row(RecordingId id, long bytes, String sha256, State state) {}

    private RecordingRows() {}

    static void insertDraft(Connection c, RecordingDraft draft) throws SQLException {
        try (PreparedStatement insert = c.prepareStatement("insert into draft values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, draft.id().toString());
            insert.setString(2, draft.startedAt().toString());
            insert.setString(3, draft.mime());
            insert.setInt(4, draft.width());
            insert.setInt(5, draft.height());
            insert.setString(6, draft.delivery().name());
            insert.executeUpdate();
        }
    }

    static List<RecordingDraft> drafts(Connection c) throws SQLException {
        String sql = "select id, started_at, mime, width, height, delivery from draft";
        try (PreparedStatement query = c.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            List<RecordingDraft> drafts = new ArrayList<>();
            while (rows.next()) {
                drafts.add(new RecordingDraft(
                        RecordingId.of(rows.getString(1)),
                        Instant.parse(rows.getString(2)),
                        rows.getString(3),
                        rows.getInt(4),
                        rows.getInt(5),
                        Delivery.valueOf(rows.getString(6))));
            }
            return drafts;
        }
    }

    static void deleteDraft(Connection c, RecordingId id) throws SQLException {
        execute(c, "delete from draft where id = ?", id);
    }

    /** The closed recording's row takes the place of its draft. */
    static void insert(Connection c, RecordingClosed closed) throws SQLException {
        String sql = "insert into recording (id, started_at, duration_ms, bytes, sha256, mime, width, height, delivery,"
                + " cut, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'KEPT')";
        try (PreparedStatement insert = c.prepareStatement(sql)) {
            insert.setString(1, closed.recording().toString());
            insert.setString(2, closed.startedAt().toString());
            insert.setLong(3, closed.durationMs());
            insert.setLong(4, closed.bytes());
            insert.setString(5, closed.sha256());
            insert.setString(6, closed.mime());
            insert.setInt(7, closed.width());
            insert.setInt(8, closed.height());
            insert.setString(9, closed.delivery().name());
            insert.setBoolean(10, closed.cut());
            insert.executeUpdate();
        }
        deleteDraft(c, closed.recording());
    }

    static Optional<Row> find(Connection c, RecordingId id) throws SQLException {
        try (PreparedStatement query =
                c.prepareStatement("select id, bytes, sha256, state from recording where id = ?")) {
            query.setString(1, id.toString());
            return read(query).stream().findFirst();
        }
    }

    /** Oldest first. */
    static List<Row> all(Connection c) throws SQLException {
        try (PreparedStatement query =
                c.prepareStatement("select id, bytes, sha256, state from recording order by number")) {
            return read(query);
        }
    }

    /** In the order of sacrifice: what the vault has goes first, then the oldest. */
    static Optional<Row> nextToGiveUp(Connection c) throws SQLException {
        String sql = "select id, bytes, sha256, state from recording where state <> 'GONE'"
                + " order by state = 'KEPT', number limit 1";
        try (PreparedStatement query = c.prepareStatement(sql)) {
            return read(query).stream().findFirst();
        }
    }

    static long bytesKept(Connection c) throws SQLException {
        try (PreparedStatement query =
                        c.prepareStatement("select coalesce(sum(bytes), 0) from recording where state <> 'GONE'");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    static boolean markStored(Connection c, RecordingId id) throws SQLException {
        return execute(c, "update recording set state = 'STORED' where id = ? and state = 'KEPT'", id);
    }

    /** The tombstone; false when there is no such recording or it has one already. */
    static boolean markGone(Connection c, RecordingId id) throws SQLException {
        return execute(c, "update recording set state = 'GONE' where id = ? and state <> 'GONE'", id);
    }

    static boolean delete(Connection c, RecordingId id) throws SQLException {
        return execute(c, "delete from recording where id = ?", id);
    }

    private static boolean execute(Connection c, String sql, RecordingId id) throws SQLException {
        try (PreparedStatement change = c.prepareStatement(sql)) {
            change.setString(1, id.toString());
            return change.executeUpdate() > 0;
        }
    }

    private static List<Row> read(PreparedStatement query) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(new Row(
                        RecordingId.of(rows.getString(1)),
                        rows.getLong(2),
                        rows.getString(3),
                        State.valueOf(rows.getString(4))));
            }
        }
        return found;
    }
}
