package io.vedette.agent.spool;

import io.vedette.contracts.id.EventId;
import io.vedette.contracts.id.RecordingId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Looks through a whole index, pages and rows, before anything is built on it. */
final class IndexDamage {
    /** The disk's, the machine's or another process's doing: no reason to put an index aside. */
    private static final Set<SQLiteErrorCode> NOT_THE_FILES_FAULT = Set.of(
            SQLiteErrorCode.SQLITE_BUSY,
            SQLiteErrorCode.SQLITE_LOCKED,
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_NOMEM,
            SQLiteErrorCode.SQLITE_PERM,
            SQLiteErrorCode.SQLITE_AUTH,
            SQLiteErrorCode.SQLITE_READONLY,
            SQLiteErrorCode.SQLITE_INTERRUPT,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_IOERR_READ,
            SQLiteErrorCode.SQLITE_IOERR_WRITE,
            SQLiteErrorCode.SQLITE_IOERR_FSYNC,
            SQLiteErrorCode.SQLITE_IOERR_NOMEM);

    private IndexDamage() {}

    /**
     * The first thing that is wrong; empty when all is well. Nothing is written: what is put aside later is what was found.
     *
     * @throws SpoolFault when the disk or the machine refuses, which says nothing about the file
     */
    static Optional<Finding> of(Path home, Path file) {
        if (!isWritable(file)) {
            return damage("its header says that it must not be written");
        }
        try (Connection c = SpoolIndex.connect(home, file, SpoolIndex.read())) {
            return of(c);
        } catch (SQLException e) {
            return wordsFor(file, e);
        }
    }

    /** The two versions of the file format: 1 or 2, and the same; with another one SQLite reads and does not write. */
    private static boolean isWritable(Path file) {
        byte[] versions = new byte[2];
        try (FileChannel in = FileChannel.open(file)) {
            return in.read(ByteBuffer.wrap(versions), 18) < 2
                    || versions[0] == versions[1] && (versions[0] == 1 || versions[0] == 2);
        } catch (IOException e) {
            throw new SpoolFault("the index " + file + " cannot be read", e);
        }
    }

    /** Whether the file itself is at fault, and not the disk. */
    static boolean isWhy(SpoolFault fault) {
        return fault.getCause() instanceof SQLiteException sqlite
                && (sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB);
    }

    private static Optional<Finding> wordsFor(Path file, SQLException e) {
        if (e instanceof SQLiteException sqlite && NOT_THE_FILES_FAULT.contains(sqlite.getResultCode())) {
            throw new SpoolFault("the index " + file + " cannot be read", e);
        }
        return damage(String.valueOf(e.getMessage()));
    }

    private static Optional<Finding> of(Connection c) throws SQLException {
        String pages = text(c, "pragma integrity_check(1)");
        if (!"ok".equals(pages)) {
            return damage(pages);
        }
        int version = SpoolIndex.version(c);
        if (version < 1) {
            return damage("it is empty");
        }
        if (version > 1 && !String.valueOf(version).equals(text(c, "select value from mark where name = 'schema'"))) {
            return damage("its version is not what it says elsewhere");
        }
        if (version == 1 && !"0".equals(text(c, "select count(*) from mark where name = 'schema'"))) {
            return damage("its version is not what it says elsewhere");
        }
        if (version > SpoolSchema.VERSION) {
            return Optional.empty(); // whole, as far as this agent can tell
        }
        if (!Definitions.in(c).equals(Definitions.of(version))) {
            return damage("its tables are not defined as in an index of version " + version);
        }
        try {
            boolean old = version == 1;
            Optional<Finding> damage = rows(c, old ? "null" : "seal", RecordingRows.sealed(version));
            if (damage.isPresent() || old) {
                return damage;
            }
            Optional<String> wrongNumber = OutboxRows.wrongNumber(c);
            if (wrongNumber.isPresent()) {
                return Optional.of(new Finding(Invariant.E4, wrongNumber.get()));
            }
            GivenUpRows.all(c);
            Identity.in(c);
            return Marks.damage(c, Marks.ALL).flatMap(IndexDamage::damage);
        } catch (RuntimeException e) {
            return damage("a row says nothing that makes sense: " + e.getMessage());
        }
    }

    private static Optional<Finding> rows(Connection c, String seal, String sealed) throws SQLException {
        String recordings = "select " + sealed + ", state, " + seal + " from recording";
        try (Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery(recordings)) {
            while (row.next()) {
                RecordingRows.State.valueOf(row.getString(RecordingRows.SEALED_COLUMNS + 1));
                RecordingId.of(row.getString(1));
                long expected = row.getLong(RecordingRows.SEALED_COLUMNS + 2);
                if (!row.wasNull() && expected != RecordingRows.seal(row)) {
                    return damage("the row of recording " + row.getString(1) + " has changed");
                }
            }
        }
        try (Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery("select id, at, body, " + seal + " from outbox")) {
            while (row.next()) {
                EventId.of(row.getString(1));
                Instant.parse(row.getString(2));
                long expected = row.getLong(4);
                if (!row.wasNull() && expected != Outbox.seal(row.getString(1), row.getString(2), row.getString(3))) {
                    return damage("the event " + row.getString(1) + " has changed");
                }
                Outbox.read(row.getString(3));
            }
        }
        Drafts.all(c);
        return OutboxHole.in(c).map(hole -> new Finding(Invariant.E5, hole));
    }

    private static Optional<Finding> damage(String words) {
        return Optional.of(new Finding(Invariant.E8, "The index is damaged: " + words + "."));
    }

    private static String text(Connection c, String sql) throws SQLException {
        try (Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
