package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proves the spool's invariants without changing anything: each row has its file of that size and content, each file has
 * its row, nothing is half done by a writer that is dead, the outbox has no hole. May run beside the agent.
 */
public final class SpoolInspection {
    private final SpoolFolders folders;
    private final boolean deep;
    private final List<String> findings = new ArrayList<>();

    private SpoolInspection(SpoolFolders folders, boolean deep) {
        this.folders = folders;
        this.deep = deep;
    }

    /**
     * What is wrong, one sentence each; empty when all is well.
     *
     * @param deep true to read every recording and compare its hash
     */
    public static List<String> of(Path home, boolean deep) {
        SpoolFolders folders = new SpoolFolders(home.toAbsolutePath());
        if (!Files.exists(folders.index())) {
            return List.of("There is no spool below " + home + ".");
        }
        try {
            List<String> first = new SpoolInspection(folders, deep).inspect();
            if (first.isEmpty() || !isWritten(folders)) {
                return first;
            }
            // A running agent is between two steps now and then: only what is still so a second time is a fault.
            first.retainAll(new SpoolInspection(folders, deep).inspect());
            return first;
        } catch (IOException e) {
            throw new SpoolFault("the spool below " + home + " cannot be read", e);
        }
    }

    private List<String> inspect() throws IOException {
        boolean written = isWritten(folders);
        List<Path> files = filesIn(folders.recordings());
        Map<RecordingId, RecordingRows.Row> rows = new HashMap<>();
        try (SpoolIndex index = SpoolIndex.read(folders.home(), folders.index())) {
            index.inTransaction(RecordingRows::all).forEach(row -> rows.put(row.id(), row));
            index.inTransaction(this::outbox);
        }
        for (RecordingRows.Row row : rows.values()) {
            row(row, written);
        }
        for (Path file : files) {
            file(file, rows, written);
        }
        return findings;
    }

    private void row(RecordingRows.Row row, boolean written) throws IOException {
        Path file = folders.closed(row.id());
        if (row.state() == RecordingRows.State.GONE) {
            if (!written) {
                findings.add("Recording " + row.id() + " is deleted by half; the next start goes on with it.");
            }
        } else if (!Files.exists(file)) {
            findings.add("Recording " + row.id() + " has no file.");
        } else if (Files.size(file) != row.bytes()) {
            findings.add(
                    "Recording " + row.id() + " has " + Files.size(file) + " bytes instead of " + row.bytes() + ".");
        } else if (deep && !Recovery.hash(file).equals(row.sha256())) {
            findings.add("Recording " + row.id() + " does not have the content it was closed with.");
        }
    }

    private void file(Path file, Map<RecordingId, RecordingRows.Row> rows, boolean written) {
        String name = file.getFileName().toString();
        Optional<RecordingId> owner = SpoolFolders.owner(file);
        if (owner.isEmpty()) {
            findings.add("The file " + name + " is not the spool's.");
        } else if (name.endsWith(SpoolFolders.BAD)) {
            findings.add("The file " + name + " was put aside because the disk failed.");
        } else if (name.endsWith(SpoolFolders.OPEN)) {
            if (!written) {
                findings.add("The file " + name + " was left by a crash; the next start closes it.");
            }
        } else if (!rows.containsKey(owner.get())) {
            findings.add("The file " + name + " has no row; the next start gives it one.");
        }
    }

    private boolean outbox(Connection c) throws SQLException {
        String sql = "select (select value from mark where name = 'last_seq'),"
                + " (select value from mark where name = 'acknowledged'),"
                + " (select count(*) from outbox), (select min(seq) from outbox), (select max(seq) from outbox)";
        try (PreparedStatement query = c.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            long last = row.getLong(1);
            long acknowledged = row.getLong(2);
            long count = row.getLong(3);
            boolean whole = count == last - acknowledged
                    && (count == 0 || row.getLong(4) == acknowledged + 1 && row.getLong(5) == last);
            if (!whole) {
                findings.add("The outbox has a hole: " + count + " events wait, " + last + " were made, " + acknowledged
                        + " are acknowledged.");
            }
            return whole;
        }
    }

    /** True while an agent has this spool open. */
    private static boolean isWritten(SpoolFolders folders) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folders.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (java.nio.channels.OverlappingFileLockException ours) {
            return true;
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
