package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file: one connection behind one lock, each use of it one transaction, each commit flushed. Transactions take
 * about a millisecond of an SSD; nobody holds the lock while touching another file.
 */
final class SpoolIndex implements AutoCloseable {
    private static final String[] SCHEMA = {
        """
        create table if not exists recording (
          number integer primary key autoincrement,
          id text not null unique,
          started_at text not null,
          duration_ms integer not null,
          bytes integer not null,
          sha256 text not null,
          mime text not null,
          width integer not null,
          height integer not null,
          delivery text not null,
          cut integer not null,
          state text not null check (state in ('KEPT', 'STORED', 'GONE')))
        """,
        """
        create table if not exists draft (
          id text primary key,
          started_at text not null,
          mime text not null,
          width integer not null,
          height integer not null,
          delivery text not null)
        """,
        "create table if not exists outbox (seq integer primary key, id text not null, at text not null, body text not null)",
        "create table if not exists mark (name text primary key, value integer not null)",
        "insert or ignore into mark values ('last_seq', 0), ('acknowledged', 0), ('camera_lost', 0)",
        "pragma user_version = 1"
    };

    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private final BooleanSupplier moreRoom;

    private SpoolIndex(Connection connection, BooleanSupplier moreRoom) {
        this.connection = connection;
        this.moreRoom = moreRoom;
    }

    /** One piece of work on the connection. */
    interface Work<T extends @org.jspecify.annotations.Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    /** For looking only, beside the agent that writes or after it. */
    static SpoolIndex read(Path home, Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(5_000);
        return new SpoolIndex(connect(home, file, config), () -> false);
    }

    /** @param moreRoom asked when the disk is full; true when it is worth trying once more */
    static SpoolIndex open(Path home, Path file, BooleanSupplier moreRoom) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-512);
        config.setJournalSizeLimit(1 << 20);
        config.setBusyTimeout(5_000);
        SpoolIndex index = new SpoolIndex(connect(home, file, config), moreRoom);
        index.inTransaction(c -> {
            try (Statement statement = c.createStatement()) {
                for (String step : SCHEMA) {
                    statement.execute(step);
                }
            }
            return true;
        });
        return index;
    }

    private static Connection connect(Path home, Path file, SQLiteConfig config) {
        try {
            NativeSqlite.unpackBelow(home);
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException | IOException e) {
            throw new SpoolFault("the index " + file + " cannot be opened", e);
        }
    }

    /** All of it or nothing of it, and on the disk when this returns. */
    <T extends @org.jspecify.annotations.Nullable Object> T inTransaction(Work<T> work) {
        lock.lock();
        try {
            return once(work);
        } catch (SQLException e) {
            if (full(e) && moreRoom.getAsBoolean()) {
                return again(work);
            }
            throw refused(e);
        } finally {
            lock.unlock();
        }
    }

    private <T extends @org.jspecify.annotations.Nullable Object> T again(Work<T> work) {
        try {
            return once(work);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private <T extends @org.jspecify.annotations.Nullable Object> T once(Work<T> work) throws SQLException {
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        } finally {
            undoWhatIsOpen();
        }
    }

    private static boolean full(SQLException fault) {
        return fault instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL;
    }

    private static SpoolFault refused(SQLException fault) {
        return new SpoolFault("the index refused: " + fault.getMessage(), fault);
    }

    /** After a commit there is nothing to undo; after any exception there may be. */
    private void undoWhatIsOpen() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            beginAnew(e);
        }
    }

    /**
     * On a full disk SQLite ends the transaction by itself. The driver then finds nothing to roll back, and would leave the
     * connection without a transaction for ever.
     */
    private void beginAnew(SQLException why) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin");
        } catch (SQLException e) {
            why.addSuppressed(e);
            throw new SpoolFault("the index cannot even roll back", why);
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new SpoolFault("the index cannot be closed", e);
        } finally {
            lock.unlock();
        }
    }
}
