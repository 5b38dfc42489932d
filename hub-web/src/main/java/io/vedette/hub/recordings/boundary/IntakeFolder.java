package io.vedette.hub.recordings.boundary;

import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.recordings.control.IntakeBook;
import io.vedette.vault.intake.Intake;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Beside the blobs of the hub's own folder, so that a finished upload moves over without being copied. */
public final class IntakeFolder {
    private IntakeFolder() {}

    @Produces
    @Singleton
    static Intake intake(HubSettings settings, IntakeBook book) {
        return Intake.open(settings.vault().resolve("intake"), book);
    }
}
