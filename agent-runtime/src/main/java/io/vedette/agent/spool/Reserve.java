package io.vedette.agent.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of nothing, so that there is something to give up when somebody else has filled the disk: even the note that a
 * recording is deleted for room needs some itself.
 */
final class Reserve {
    private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
    private static final int BYTES = 1 << 20;

    private final Path file;

    Reserve(Path file) {
        this.file = file;
    }

    /** False when there is no room for it. */
    boolean kept() {
        try {
            if (Files.exists(file)) {
                return true;
            }
            Path growing = file.resolveSibling(file.getFileName() + ".new");
            try (FileChannel out = FileChannel.open(
                    growing,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer nothing = ByteBuffer.allocate(BYTES);
                while (nothing.hasRemaining()) {
                    out.write(nothing);
                }
            } catch (IOException e) {
                LOG.debug("no room for the reserve", e);
                Files.deleteIfExists(growing);
                return false;
            }
            Files.move(growing, file);
            return true;
        } catch (IOException e) {
            throw new SpoolFault("the reserve " + file + " cannot be kept", e);
        }
    }

    /** False when it was given up before. */
    boolean givenUp() {
        try {
            boolean there = Files.deleteIfExists(file);
            if (there) {
                LOG.error("the disk is full: the reserve is given up");
            }
            return there;
        } catch (IOException e) {
            throw new SpoolFault("the reserve " + file + " cannot be given up", e);
        }
    }
}
