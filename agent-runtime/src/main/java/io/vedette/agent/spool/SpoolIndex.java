package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
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
        return new SpoolIndex(opened(home, file, read()), () -> false);
    }

    /**
     * Opens an index of this agent's version, or makes one.
     *
     * @param moreRoom asked when the disk is full; true when it is worth trying once more
     */
    static SpoolIndex open(Path home, Path file, BooleanSupplier moreRoom) {
        SpoolIndex index = new SpoolIndex(opened(home, file, written()), moreRoom);
        index.inTransaction(c -> {
            int version = version(c);
            try (Statement statement = c.createStatement()) {
                for (String step : SpoolSchema.after(version)) {
                    statement.execute(step);
                }
            }
            return true;
        });
        return index;
    }

    static SQLiteConfig read() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(5_000);
        return config;
    }

    static SQLiteConfig written() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setCacheSize(-512);
        config.setJournalSizeLimit(1 << 20);
        config.setBusyTimeout(5_000);
        return config;
    }

    static int version(Connection c) throws SQLException {
        try (Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery("pragma user_version")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Connection opened(Path home, Path file, SQLiteConfig config) {
        try {
            return connect(home, file, config);
        } catch (SQLException e) {
            throw new SpoolFault("the index " + file + " cannot be opened", e);
        }
    }

    static Connection connect(Path home, Path file, SQLiteConfig config) throws SQLException {
        try {
            NativeSqlite.unpackBelow(home);
        } catch (IOException e) {
            throw new SpoolFault("SQLite cannot be unpacked below " + home, e);
        }
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties());
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
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

    /** Moves everything from the log into the file itself. */
    void checkpoint() {
        lock.lock();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true); // it does not work within a transaction
            statement.execute("pragma wal_checkpoint(truncate)");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw refused(e);
        } finally {
            lock.unlock();
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
