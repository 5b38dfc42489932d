package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * Brings an older index to this agent's version: in a copy, which takes the old one's place when it is whole and on the
 * disk. The old one stays as {@code index-v<n>.db} for whoever must go back. Death at any moment leaves an index that
 * starts.
 */
final class IndexUpgrade {
    private static final Logger LOG = LoggerFactory.getLogger(IndexUpgrade.class);

    private final SpoolFolders folders;
    private final Path file;
    private final Path copy;
    private final Consumer<String> reached;

    /** @param reached hears of every step before it is done, so that death there can be rehearsed */
    IndexUpgrade(SpoolFolders folders, Consumer<String> reached) {
        this.folders = folders;
        this.file = folders.index();
        this.copy = file.resolveSibling(file.getFileName() + ".upgrade");
        this.reached = reached;
    }

    /**
     * Does nothing when there is no index, or it has this agent's version already.
     *
     * @throws SpoolFault when a newer agent wrote it
     */
    void run() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try {
            int version = copied();
            if (version > 0) {
                change(version);
                replace(version);
                LOG.info("the index was brought from version {} to {}", version, SpoolSchema.VERSION);
            }
        } catch (SQLException e) {
            throw new SpoolFault("the index " + file + " cannot be brought to this agent's version", e);
        }
    }

    static void refuseNewer(Path file, int version) {
        if (version > SpoolSchema.VERSION) {
            throw new SpoolFault("a newer agent wrote the index " + file + " (version " + version + ", this one knows "
                    + SpoolSchema.VERSION
                    + "): start that agent again, or put the index of this one back, kept as index-v"
                    + SpoolSchema.VERSION + ".db if there was one");
        }
    }

    /** The version that was copied; 0 when there was nothing to do. */
    private int copied() throws SQLException, IOException {
        try (Connection c = SpoolIndex.connect(folders.home(), file, SpoolIndex.written())) {
            c.setAutoCommit(true); // neither of the two below works within a transaction
            int version = SpoolIndex.version(c);
            refuseNewer(file, version);
            if (version == 0 || version == SpoolSchema.VERSION) {
                return 0;
            }
            for (String left : List.of("", "-wal", "-shm", "-journal")) {
                Files.deleteIfExists(copy.resolveSibling(copy.getFileName() + left));
            }
            step(c, "vacuum into '" + copy.toString().replace("'", "''") + "'");
            step(c, "pragma wal_checkpoint(truncate)");
            return version;
        }
    }

    private void change(int version) throws SQLException, IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        try (Connection c = SpoolIndex.connect(folders.home(), copy, config)) {
            for (String statement : SpoolSchema.after(version)) {
                step(c, statement);
            }
            reached.accept("commit");
            c.commit();
        }
        flush(copy);
    }

    private void replace(int version) throws IOException {
        Path kept = file.resolveSibling("index-v" + version + ".db");
        reached.accept("keep the old one");
        Path keeping =
                Files.copy(file, file.resolveSibling(kept.getFileName() + ".new"), StandardCopyOption.REPLACE_EXISTING);
        flush(keeping);
        Files.move(keeping, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        reached.accept("replace");
        // all of it is in the file since the checkpoint; left behind, it would be read into the new one
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        reached.accept("flush the folder");
        Durability.DISK.folder(folders.root());
    }

    private void step(Connection c, String sql) throws SQLException {
        reached.accept(sql);
        try (Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void flush(Path written) throws IOException {
        try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
            Durability.DISK.file(channel);
        }
    }
}
