package io.vedette.hub.home;

import io.vedette.hub.platform.config.HubSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much room the file system of the hub's vault has. */
@Singleton
public class VaultSpace {
    private final Path folder;

    @Inject
    VaultSpace(HubSettings settings) {
        this(settings.vault());
    }

    VaultSpace(Path folder) {
        this.folder = folder;
    }

    /** Bytes. */
    public record Space(long free, long total) {
        private static final int TIGHT_PERCENT = 10;

        /** So little that somebody should look after it before uploads stop. */
        public boolean tight() {
            return freePercent() < TIGHT_PERCENT;
        }

        public int freePercent() {
            return (int) (100.0 * free / Math.max(1, total));
        }
    }

    /** Empty when the operating system does not say. */
    public Optional<Space> now() {
        try {
            FileStore store = Files.getFileStore(folder);
            return Optional.of(new Space(store.getUsableSpace(), store.getTotalSpace()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
