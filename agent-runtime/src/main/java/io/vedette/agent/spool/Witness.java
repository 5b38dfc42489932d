package io.vedette.agent.spool;

import io.vedette.contracts.id.Uuids;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which spool this is and how often it was opened, as one place has it. It is written in three: the agent's home, the
 * folder of recordings, the index; each may lie on a disk of its own.
 */
record Witness(UUID spool, long opened) {
    static final String FILE = "spool.id";

    /** Empty when there is none, or none that can be read. */
    static Optional<Witness> in(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file) || Files.size(file) > 100) {
            return Optional.empty();
        }
        String[] words = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .strip()
                .split(" ");
        try {
            return words.length == 2
                    ? Optional.of(new Witness(Uuids.parse(words[0]), Long.parseLong(words[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Whole or not at all, and on the disk when this returns. */
    void keepIn(Path folder) throws IOException {
        Path draft = folder.resolve(FILE + ".new");
        Files.deleteIfExists(draft);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var onlyOwner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel out = FileChannel.open(draft, options, onlyOwner)) {
            ByteBuffer text = ByteBuffer.wrap((spool + " " + opened + "\n").getBytes(StandardCharsets.US_ASCII));
            while (text.hasRemaining()) {
                out.write(text);
            }
            Durability.DISK.file(out);
        }
        Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Durability.DISK.folder(folder);
    }
}
