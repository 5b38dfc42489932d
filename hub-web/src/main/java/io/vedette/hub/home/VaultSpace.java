package io.vedette.hub.home;

import io.vedette.hub.platform.config.HubSettings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** How much room the file system of the hub's vault has. */
@Singleton
public class VaultSpace {
    private final Supplier<Optional<Space>> asked;

    @Inject
    VaultSpace(HubSettings settings) {
        this(() -> of(settings.vault()));
    }

    /** @param asked says how much there is at the moment */
    VaultSpace(Supplier<Optional<Space>> asked) {
        this.asked = asked;
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
        return asked.get();
    }

    static Optional<Space> of(Path folder) {
        try {
            FileStore store = Files.getFileStore(folder);
            return Optional.of(new Space(store.getUsableSpace(), store.getTotalSpace()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
