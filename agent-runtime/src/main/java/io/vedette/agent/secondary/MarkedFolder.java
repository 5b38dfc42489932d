package io.vedette.agent.secondary;

import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.filesystem.FileSystemBlobStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A folder, say on a network disk, in which its owner made a file {@value #MARKER}. While the disk is not mounted the folder
 * is an empty one of the root disk: without the mark copies would silently fill that. The agent never makes it itself.
 *
 * @param clock only to tell what an earlier process left half written
 */
public record MarkedFolder(Path folder, Clock clock) implements SecondaryPlace {
    public static final String MARKER = "vedette-secondary";

    @Override
    public BlobStore open() {
        if (!Files.isRegularFile(folder.resolve(MARKER))) {
            throw new BlobStoreFault("there is no file " + MARKER + " in " + folder
                    + ": it is not mounted, or nobody has made the file yet");
        }
        return FileSystemBlobStore.open(folder, clock);
    }
}
