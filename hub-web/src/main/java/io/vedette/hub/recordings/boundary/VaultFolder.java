package io.vedette.hub.recordings.boundary;

import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.recordings.control.IntakeBook;
import io.vedette.vault.BlobStore;
import io.vedette.vault.filesystem.FileSystemBlobStore;
import io.vedette.vault.intake.Intake;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The hub's own vault: two neighbours in one folder, so that a finished upload moves over without being copied. */
public final class VaultFolder {
    private VaultFolder() {}

    @Produces
    @Singleton
    static BlobStore store(HubSettings settings, Clock clock) {
        return FileSystemBlobStore.open(settings.vault().resolve("blobs"), clock);
    }

    @Produces
    @Singleton
    static Intake intake(HubSettings settings, IntakeBook book) {
        return Intake.open(settings.vault().resolve("intake"), book);
    }
}
