package io.vedette.agent.spool;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what can still be believed of a damaged index: row by row, because a torn page hides those on it and no others.
 * Each row is believed by its seal alone. What comes over is told anew, under new numbers; the hub knows recordings by
 * their ids.
 */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    /** Of numbers to ask for when the damage hides where they begin. */
    private static final long MOST = 1_000_000;

    private final SpoolFolders folders;
    private final Outbox outbox;
    private String columns = RecordingRows.SEALED;
    private int recordings;
    private int events;

    Salvage(SpoolFolders folders, SpoolIndex into) {
        this.folders = folders;
        this.outbox = new Outbox(into);
    }

    int recordings() {
        return recordings;
    }

    int events() {
        return events;
    }

    /** Within a transaction of the new index. */
    void from(Path damaged, Connection into) {
        try (Connection c = SpoolIndex.connect(folders.home(), damaged, SpoolIndex.written())) {
            columns = RecordingRows.sealed(version(c));
            each(c, "outbox", "seq", number -> event(c, number, into));
            each(c, "recording", "number", number -> recording(c, number, into));
            carryMarks(c, into);
        } catch (SQLException e) {
            LOG.warn("nothing can be read of it any more: {}", e.getMessage());
        }
    }

    /** Only a version that was real and had seals is believed; anything else is taken for this agent's own. */
    private static int version(Connection c) {
        try {
            int told = SpoolIndex.version(c);
            return told == 2 || told == 3 ? told : SpoolSchema.VERSION;
        } catch (SQLException e) {
            LOG.debug("not even its version can be read", e);
            return SpoolSchema.VERSION;
        }
    }

    private interface One {
        void of(long number) throws SQLException, IOException;
    }

    private static void each(Connection c, String table, String key, One one) throws SQLException {
        long last = bound(c, "select max(" + key + ") from " + table, 0);
        long first = bound(c, "select min(" + key + ") from " + table, Math.max(1, last - MOST));
        for (long number = Math.max(first, last - MOST); number > 0 && number <= last; number++) {
            try {
                one.of(number);
            } catch (SQLException | IOException | RuntimeException e) {
                LOG.debug("{} {} cannot be read", table, number, e);
            }
        }
    }

    private static long bound(Connection c, String sql, long otherwise) {
        try (PreparedStatement query = c.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : otherwise;
        } catch (SQLException e) {
            LOG.debug("not even its bounds can be read", e);
            return otherwise;
        }
    }

    /** A recording's own event is told again with its row; here are the others. */
    private void event(Connection c, long seq, Connection into) throws SQLException {
        try (PreparedStatement query = c.prepareStatement("select id, at, body, seal from outbox where seq = ?")) {
            query.setLong(1, seq);
            try (ResultSet row = query.executeQuery()) {
                if (row.next() && row.getLong(4) == Outbox.seal(row.getString(1), row.getString(2), row.getString(3))) {
                    EventBody body = Outbox.read(row.getString(3));
                    if (!(body instanceof RecordingClosed || body instanceof EventBody.RecordingKept)) {
                        outbox.append(into, body, Instant.parse(row.getString(2)));
                        events++;
                    }
                }
            }
        }
    }

    private void recording(Connection c, long number, Connection into) throws SQLException, IOException {
        String sql = "select " + columns + ", seal, state from recording where number = ?";
        try (PreparedStatement query = c.prepareStatement(sql)) {
            query.setLong(1, number);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || row.getLong(RecordingRows.SEALED_COLUMNS + 1) != RecordingRows.seal(row)) {
                    return;
                }
                RecordingRows.State state =
                        RecordingRows.State.valueOf(row.getString(RecordingRows.SEALED_COLUMNS + 2));
                RecordingId id = RecordingId.of(row.getString(1));
                Path file = folders.closed(id);
                boolean whole = Files.exists(file) && Files.size(file) == row.getLong(4);
                if (whole
                        && state != RecordingRows.State.GONE
                        && RecordingRows.find(into, id).isEmpty()) {
                    tell(row, state, into);
                    recordings++;
                }
            }
        }
    }

    private void tell(ResultSet row, RecordingRows.State state, Connection into) throws SQLException {
        if (row.getString(RecordingRows.SEALED_COLUMNS) == null) {
            RecordingClosed closed = closed(row);
            long told = outbox.append(into, closed, closed.startedAt().plusMillis(closed.durationMs()));
            RecordingRows.insert(into, closed, state, told, row.getLong(11));
        } else {
            BroughtRecording brought = brought(row);
            long told = outbox.append(into, brought.kept(), brought.endedAt());
            RecordingRows.insert(into, brought, state, told, row.getLong(11));
        }
    }

    private static BroughtRecording brought(ResultSet row) throws SQLException {
        return new BroughtRecording(
                RecordingId.of(row.getString(1)),
                CameraId.of(row.getString(RecordingRows.SEALED_COLUMNS)),
                Instant.parse(row.getString(2)),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6));
    }

    private static RecordingClosed closed(ResultSet row) throws SQLException {
        return new RecordingClosed(
                RecordingId.of(row.getString(1)),
                Instant.parse(row.getString(2)),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getInt(7),
                row.getInt(8),
                Delivery.valueOf(row.getString(9)),
                row.getInt(10) == 1,
                Marking.read(row.getString(12)),
                null); // told in the event alone
    }

    private static void carryMarks(Connection c, Connection into) throws SQLException {
        for (String name : new String[] {Marks.CAMERA_LOST, Marks.LIVED_SECONDS, Marks.LIVED_UNTIL}) {
            try {
                if (Marks.damage(c, java.util.List.of(name)).isEmpty()) {
                    Marks.write(into, name, Marks.read(c, name));
                }
            } catch (SQLException e) {
                LOG.debug("the mark {} cannot be read", name, e);
            }
        }
        try {
            for (GivenUp counted : GivenUpRows.all(c)) {
                GivenUpRows.count(into, counted);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the counts of what was given up begin anew: {}", e.getMessage());
        }
        for (RecordingDraft draft : drafts(c)) {
            Drafts.insert(into, draft);
        }
    }

    private static java.util.List<RecordingDraft> drafts(Connection c) {
        try {
            return Drafts.all(c);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the label of the recording that was open cannot be read: {}", e.getMessage());
            return java.util.List.of();
        }
    }
}
