package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index cannot even be opened on a disk that is full to the last byte. Then the reserve goes, and without one the
 * oldest recordings, by their names alone: recovery misses them, counts them and tells the hub.
 */
final class RoomToStart {
    private static final Logger LOG = LoggerFactory.getLogger(RoomToStart.class);
    private static final long ENOUGH = 512 << 10;

    private final SpoolFolders folders;
    private final Reserve reserve;
    private final Surroundings.Room room;

    RoomToStart(SpoolFolders folders, Reserve reserve, Surroundings.Room room) {
        this.folders = folders;
        this.reserve = reserve;
        this.room = room;
    }

    void make() throws IOException {
        if (room.in(folders.root()) >= ENOUGH || !isOurs()) {
            return;
        }
        boolean more = true;
        while (more && !reserve.kept()) {
            more = oldestGoes();
        }
        boolean unused = reserve.givenUp();
    }

    /** Nothing is deleted from a disk that may be another agent's. */
    private boolean isOurs() throws IOException {
        Optional<Witness> home = Witness.in(folders.home());
        Optional<Witness> recordings = Witness.in(folders.recordings());
        return home.isPresent()
                && recordings.isPresent()
                && home.get().spool().equals(recordings.get().spool());
    }

    private boolean oldestGoes() throws IOException {
        @Nullable Path oldest = null;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folders.recordings(), "*" + SpoolFolders.CLOSED)) {
            for (Path file : files) {
                if (oldest == null || file.compareTo(oldest) < 0) {
                    oldest = file;
                }
            }
        }
        if (oldest == null) {
            return false;
        }
        LOG.error("the disk is so full that the index cannot be opened: {} goes", oldest.getFileName());
        Files.delete(oldest);
        return true;
    }
}
