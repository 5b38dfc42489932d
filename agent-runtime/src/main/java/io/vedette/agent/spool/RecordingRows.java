package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of recordings. Each method is one statement within the caller's transaction. */
final class RecordingRows {
    private static final String ROW = "id, bytes, sha256, state, lived_s, told";
    static final String SEALED =
            "id, started_at, duration_ms, bytes, sha256, mime, width, height, delivery, cut, lived_s, motion";
    static final int SEALED_COLUMNS = 12;

    enum State {
        /** At the edge only. */
        KEPT,
        /** At the edge and verified in the vault. */
        STORED,
        /** Being deleted: the file goes, then the row. */
        GONE
    }

    /**
     * What is asked about a recording.
     *
     * @param livedSeconds when it was closed, by {@link LivedTime}
     * @param told number of the event that told of it; 0 in a row older than that column
     */
    record Row(RecordingId id, long bytes, String sha256, State state, long livedSeconds, long told) {}

    private RecordingRows() {}

    /** The sealed columns as an index of that version can give them. */
    static String sealed(int version) {
        String columns = version < 3 ? SEALED.replace("motion", "null") : SEALED;
        return version < 2 ? columns.replace("lived_s", "0") : columns;
    }

    /** The closed recording's row takes the place of its draft. */
    static void insert(Connection c, RecordingClosed closed, State state, long told, long livedSeconds)
            throws SQLException {
        String sql = "insert into recording (" + SEALED + ", state, told, seal)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
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
            insert.setInt(10, closed.cut() ? 1 : 0);
            insert.setLong(11, livedSeconds);
            insert.setString(12, Marking.text(closed.motion()));
            insert.setString(13, state.name());
            insert.setLong(14, told);
            insert.setLong(15, seal(closed, livedSeconds));
            insert.executeUpdate();
        }
        Drafts.delete(c, closed.recording());
    }

    private static long seal(RecordingClosed closed, long livedSeconds) {
        return seal(
                closed.recording(),
                closed.startedAt(),
                closed.durationMs(),
                closed.bytes(),
                closed.sha256(),
                closed.mime(),
                closed.width(),
                closed.height(),
                closed.delivery(),
                closed.cut() ? 1 : 0,
                livedSeconds,
                Marking.text(closed.motion()));
    }

    /** Of a row that begins with the sealed columns. */
    static long seal(ResultSet row) throws SQLException {
        @Nullable Object[] parts = new Object[SEALED_COLUMNS];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = row.getString(i + 1);
        }
        return seal(parts);
    }

    /** A row that is older than the column of motion has nothing in it, and was sealed without. */
    private static long seal(@Nullable Object... parts) {
        boolean without = parts[SEALED_COLUMNS - 1] == null;
        return Seal.of(without ? Arrays.copyOf(parts, SEALED_COLUMNS - 1) : parts);
    }

    static Optional<Row> find(Connection c, RecordingId id) throws SQLException {
        try (PreparedStatement query = c.prepareStatement("select " + ROW + " from recording where id = ?")) {
            query.setString(1, id.toString());
            return first(query);
        }
    }

    /** Oldest first, one by one: there may be more than fit into memory. The consumer must not ask the index. */
    static boolean each(Connection c, Consumer<Row> consumer) throws SQLException {
        try (PreparedStatement query = c.prepareStatement("select " + ROW + " from recording order by number");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                consumer.accept(read(rows));
            }
        }
        return true;
    }

    /** By the order of closing. */
    static Optional<Row> oldest(Connection c, State state) throws SQLException {
        String sql = "select " + ROW + " from recording where state = ? order by number limit 1";
        try (PreparedStatement query = c.prepareStatement(sql)) {
            query.setString(1, state.name());
            return first(query);
        }
    }

    static Optional<RecordingId> newest(Connection c) throws SQLException {
        String sql = "select " + ROW + " from recording order by number desc limit 1";
        try (PreparedStatement query = c.prepareStatement(sql)) {
            return first(query).map(Row::id);
        }
    }

    static long bytesKept(Connection c) throws SQLException {
        String sql = "select coalesce(sum(bytes), 0) from recording where state in ('KEPT', 'STORED')";
        try (PreparedStatement query = c.prepareStatement(sql);
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

    private static Optional<Row> first(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(read(rows)) : Optional.empty();
        }
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                RecordingId.of(row.getString(1)),
                row.getLong(2),
                row.getString(3),
                State.valueOf(row.getString(4)),
                row.getLong(5),
                row.getLong(6));
    }
}
