package io.vedette.hub.platform.health;

import io.vedette.hub.platform.config.HubSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without a place for recordings the hub must not be given any. */
@Readiness
@ApplicationScoped
public class VaultWritable implements HealthCheck {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private HubSettings settings;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("vault")
                .status(new WritableFolder(settings.vault()).writable())
                .build();
    }
}
