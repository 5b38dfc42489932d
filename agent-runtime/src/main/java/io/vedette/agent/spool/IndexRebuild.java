package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a new index in the place of a damaged one, with whatever can still be read of it. The damaged one is put aside as
 * {@code index.db.damaged-<n>} and never deleted. Death at any moment leaves the damaged one, or the new one.
 */
final class IndexRebuild {
    private static final Logger LOG = LoggerFactory.getLogger(IndexRebuild.class);
    static final String ASIDE = ".damaged-";

    private final SpoolFolders folders;
    private final Path file;

    IndexRebuild(SpoolFolders folders) {
        this.folders = folders;
        this.file = folders.index();
    }

    /** @param who the new index belongs to */
    void run(Witness who, String why) throws IOException {
        Path aside = putAside();
        LOG.error("{} It is put aside as {}", why, aside.getFileName());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Path read = file.resolveSibling(file.getFileName() + ".salvage");
        delete(fresh);
        delete(read);
        copy(aside, read); // reading may write into it, and what was put aside stays as it was
        try (SpoolIndex index = SpoolIndex.open(folders.home(), fresh, () -> false)) {
            Salvage salvage = new Salvage(folders, index);
            index.inTransaction(c -> {
                salvage.from(read, c);
                return Identity.keep(c, who);
            });
            LOG.error(
                    "{} recordings and {} events came over from it; recordings that did not are read from their files,"
                            + " with a guessed label where there is none. Lost: which of those the vault has, and events"
                            + " that waited and cannot be read",
                    salvage.recordings(),
                    salvage.events());
        }
        delete(read);
        // the new one must never meet the old one's log
        Files.deleteIfExists(beside(file, "-wal"));
        Files.deleteIfExists(beside(file, "-shm"));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Durability.DISK.folder(folders.root());
    }

    private Path putAside() throws IOException {
        int n = 1;
        while (Files.exists(beside(file, ASIDE + n))) {
            n++;
        }
        Path aside = beside(file, ASIDE + n);
        copy(file, aside);
        Durability.DISK.folder(folders.root());
        return aside;
    }

    /** With the log of what is not yet in it; the name of the file itself comes last. */
    private static void copy(Path from, Path to) throws IOException {
        for (String part : List.of("-wal", "")) {
            if (Files.exists(beside(from, part))) {
                Path copied = Files.copy(beside(from, part), beside(to, part), StandardCopyOption.REPLACE_EXISTING);
                try (FileChannel channel = FileChannel.open(copied, StandardOpenOption.WRITE)) {
                    Durability.DISK.file(channel);
                }
            }
        }
    }

    private static void delete(Path index) throws IOException {
        for (String part : List.of("", "-wal", "-shm", "-journal")) {
            Files.deleteIfExists(beside(index, part));
        }
    }

    private static Path beside(Path path, String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }
}
