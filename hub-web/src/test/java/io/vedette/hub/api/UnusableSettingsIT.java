package io.vedette.hub.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hub that is started with secrets that are missing, weak or the same, on the real server. */
class UnusableSettingsIT {
    private static final int EX_CONFIG = 78;
    private static final String WEAK = "changeme-changeme";
    private static final String SHARED = "vN5tQ2xK8mWc4RzY";

    @Test
    @Timeout(120)
    void everyFaultIsNamedAtOnceNoSecretIsShownAndTheServerDoesNotStayUpWithoutItsHub() throws Exception {
        HubProcess hub = HubProcess.start(
                "unusable-settings.log",
                HubProcess.freePort(),
                Map.of(
                        "VEDETTE_PUBLIC_URL", "http://127.0.0.1:1",
                        "VEDETTE_BIND_ADDRESS", "0.0.0.0",
                        "VEDETTE_DB_URL", "jdbc:postgresql://127.0.0.1:1/none",
                        "VEDETTE_DB_USER", "hub_app",
                        "VEDETTE_DB_PASSWORD", SHARED,
                        "VEDETTE_DB_OWNER_USER", "hub_owner",
                        "VEDETTE_DB_OWNER_PASSWORD", SHARED,
                        "VEDETTE_OIDC_ISSUER", "http://127.0.0.1:1/realms/vedette",
                        "VEDETTE_OIDC_CLIENT_ID", "hub",
                        "VEDETTE_OIDC_CLIENT_SECRET", WEAK));

        assertThat(hub.awaitEnd()).isEqualTo(EX_CONFIG);
        assertThat(hub.said())
                .contains("The hub cannot start:")
                .anyMatch(line -> line.startsWith("  VEDETTE_BIND_ADDRESS is not loopback"))
                .contains("  VEDETTE_DB_OWNER_PASSWORD is the same as VEDETTE_DB_PASSWORD")
                .anyMatch(line -> line.startsWith("  VEDETTE_OIDC_CLIENT_SECRET can be guessed"))
                .contains("  VEDETTE_TICKET_KEY is not set");
        assertThat(hub.said()).noneMatch(line -> line.contains(WEAK) || line.contains(SHARED));
    }
}
