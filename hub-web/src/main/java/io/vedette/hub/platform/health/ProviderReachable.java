package io.vedette.hub.platform.health;

import io.vedette.hub.platform.config.HubSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Told, and no reason to be unready: whoever is signed in works on, agents do not need the identity provider at all. */
@Readiness
@ApplicationScoped
public class ProviderReachable implements HealthCheck {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private HubSettings settings;

    private @Nullable ProviderProbe probe;

    @Override
    public synchronized HealthCheckResponse call() {
        if (probe == null) {
            probe = new ProviderProbe(settings.login().issuer(), System::nanoTime);
        }
        return HealthCheckResponse.named("identity-provider")
                .withData("reachable", probe.reachable())
                .up()
                .build();
    }
}
