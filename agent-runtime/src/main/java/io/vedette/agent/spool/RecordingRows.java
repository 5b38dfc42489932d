package io.vedette.agent.spool;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of recordings. Each method is one statement within the caller's transaction. */
final class RecordingRows {
    private static final String ROW = "id, bytes, sha256, state, lived_s, told, brought is not null";
    static final String SEALED =
            "id, started_at, duration_ms, bytes, sha256, mime, width, height, delivery, cut, lived_s, motion, camera";
    static final int SEALED_COLUMNS = 13;
    /** Those after it were added later: in a row without, the seal is without. */
    private static final int ALWAYS_SEALED = 11;

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
     * @param brought whether the vault of the site was brought it
     */
    record Row(RecordingId id, long bytes, String sha256, State state, long livedSeconds, long told, boolean brought) {
        /** Whether it lies elsewhere, too. */
        boolean elsewhere() {
            return state == State.STORED || brought;
        }
    }

    private RecordingRows() {}

    /** The sealed columns as an index of that version can give them. */
    static String sealed(int version) {
        String columns = version < 4 ? SEALED.replace("camera", "null") : SEALED;
        columns = version < 3 ? columns.replace("motion", "null") : columns;
        return version < 2 ? columns.replace("lived_s", "0") : columns;
    }

    /** The closed recording's row takes the place of its draft. */
    static void insert(Connection c, RecordingClosed closed, State state, long told, long livedSeconds)
            throws SQLException {
        insert(
                c,
                state,
                told,
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
                Marking.text(closed.motion()),
                null);
        Drafts.delete(c, closed.recording());
    }

    /** A recording of another agent; how large its picture is, nobody said. */
    static void insert(Connection c, BroughtRecording brought, State state, long told, long livedSeconds)
            throws SQLException {
        insert(
                c,
                state,
                told,
                brought.id(),
                brought.startedAt(),
                brought.durationMs(),
                brought.bytes(),
                brought.sha256(),
                brought.mime(),
                0,
                0,
                Delivery.ON_DEMAND,
                0,
                livedSeconds,
                null,
                brought.camera());
    }

    private static void insert(Connection c, State state, long told, @Nullable Object... sealed) throws SQLException {
        String sql = "insert into recording (" + SEALED + ", state, told, seal) values (" + "?, ".repeat(SEALED_COLUMNS)
                + "?, ?, ?)";
        try (PreparedStatement insert = c.prepareStatement(sql)) {
            for (int i = 0; i < SEALED_COLUMNS; i++) {
                Object part = sealed[i];
                if (part instanceof Number number) {
                    insert.setLong(i + 1, number.longValue());
                } else {
                    insert.setString(i + 1, part == null ? null : part.toString());
                }
            }
            insert.setString(SEALED_COLUMNS + 1, state.name());
            insert.setLong(SEALED_COLUMNS + 2, told);
            insert.setLong(SEALED_COLUMNS + 3, seal(sealed));
            insert.executeUpdate();
        }
    }

    /** Of a row that begins with the sealed columns. */
    static long seal(ResultSet row) throws SQLException {
        @Nullable Object[] parts = new Object[SEALED_COLUMNS];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = row.getString(i + 1);
        }
        return seal(parts);
    }

    private static long seal(@Nullable Object... parts) {
        @Nullable Object[] there = new Object[parts.length];
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i < ALWAYS_SEALED || parts[i] != null) {
                there[count++] = parts[i];
            }
        }
        return Seal.of(Arrays.copyOf(there, count));
    }

    /** What was brought here of another agent; empty for the agent's own, and for what is not here. */
    static Optional<BroughtRecording> brought(Connection c, RecordingId id) throws SQLException {
        String sql = "select camera, started_at, duration_ms, bytes, sha256, mime from recording"
                + " where id = ? and camera is not null and state <> 'GONE'";
        try (PreparedStatement query = c.prepareStatement(sql)) {
            query.setString(1, id.toString());
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new BroughtRecording(
                                id,
                                CameraId.of(row.getString(1)),
                                Instant.parse(row.getString(2)),
                                row.getLong(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getString(6)))
                        : Optional.empty();
            }
        }
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
        return oldest(c, state, "");
    }

    /** As {@link #oldest}, of those that the vault of the site was brought. */
    static Optional<Row> oldestBrought(Connection c, State state) throws SQLException {
        return oldest(c, state, " and brought is not null");
    }

    private static Optional<Row> oldest(Connection c, State state, String more) throws SQLException {
        String sql = "select " + ROW + " from recording where state = ?" + more + " order by number limit 1";
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

    /** @param vault the one of the site */
    static boolean markBrought(Connection c, RecordingId id, AgentId vault) throws SQLException {
        String sql = "update recording set brought = ? where id = ? and state <> 'GONE'";
        try (PreparedStatement change = c.prepareStatement(sql)) {
            change.setString(1, vault.toString());
            change.setString(2, id.toString());
            return change.executeUpdate() > 0;
        }
    }

    /** What another vault was brought counts as brought nowhere. */
    static boolean forgetBroughtBut(Connection c, String vault) throws SQLException {
        String sql = "update recording set brought = null where brought is not null and brought <> ?";
        try (PreparedStatement change = c.prepareStatement(sql)) {
            change.setString(1, vault);
            return change.executeUpdate() > 0;
        }
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
                row.getLong(6),
                row.getBoolean(7));
    }
}
