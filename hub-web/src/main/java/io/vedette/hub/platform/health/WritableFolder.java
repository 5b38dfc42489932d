package io.vedette.hub.platform.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries whether a folder takes a file: permissions alone do not tell of a full or a read-only disk. */
record WritableFolder(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(WritableFolder.class);
    private static final byte[] BLOCK = new byte[4096];

    boolean writable() {
        try {
            Path probe = Files.createTempFile(folder, ".health-", ".tmp");
            try {
                Files.write(probe, BLOCK);
            } finally {
                Files.deleteIfExists(probe);
            }
            return true;
        } catch (IOException e) {
            LOG.warn("the vault {} cannot be written: {}", folder, e.toString());
            return false;
        }
    }
}
