package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The one place where bytes are forced to the disk; an interface because its failure has to be rehearsed. */
interface Durability {
    Durability DISK = new Durability() {};

    /** Content and length, not the times. */
    default void file(FileChannel file) throws IOException {
        file.force(false);
    }

    /** The names in a folder: without this a rename may be forgotten by a power cut. */
    default void folder(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
