package io.vedette.hub.platform.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Hands the settings to whoever asks for them. */
public final class SettingsProducer {
    private SettingsProducer() {}

    @Produces
    @Singleton
    static HubSettings settings() {
        var config = ConfigProvider.getConfig();
        return new SettingsReader(name -> config.getOptionalValue(name, String.class)).read();
    }
}
