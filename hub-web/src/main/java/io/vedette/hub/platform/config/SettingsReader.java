package io.vedette.hub.platform.config;

import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import io.vedette.hub.platform.config.HubSettings.LoginSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the settings by name and reports every fault at once, by name and never by value. */
public final class SettingsReader {
    private static final int LEAST_KEY_BYTES = 32;

    private final Function<String, Optional<String>> source;
    private final List<String> faults = new ArrayList<>();

    public SettingsReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** Throws {@link UnusableSettings} with all faults when anything is missing or cannot be used. */
    public HubSettings read() {
        var settings = new HubSettings(
                origin("VEDETTE_PUBLIC_URL"),
                new DatabaseSettings(
                        text("VEDETTE_DB_URL"),
                        text("VEDETTE_DB_USER"),
                        secret("VEDETTE_DB_PASSWORD"),
                        text("VEDETTE_DB_OWNER_USER"),
                        secret("VEDETTE_DB_OWNER_PASSWORD")),
                new LoginSettings(
                        origin("VEDETTE_OIDC_ISSUER"),
                        text("VEDETTE_OIDC_CLIENT_ID"),
                        secret("VEDETTE_OIDC_CLIENT_SECRET")),
                key("VEDETTE_TICKET_KEY"),
                Path.of(text("VEDETTE_VAULT_DIR")),
                Path.of(text("VEDETTE_AGENT_FILE")));
        if (!faults.isEmpty()) {
            throw new UnusableSettings(faults);
        }
        return settings;
    }

    private String text(String name) {
        Optional<String> value = source.apply(name).filter(text -> !text.isBlank());
        if (value.isEmpty()) {
            faults.add(name + " is not set");
        }
        return value.orElse("");
    }

    private Secret secret(String name) {
        Secret secret = new Secret(text(name));
        if (!secret.reveal().isEmpty() && secret.reveal().length() < 16) {
            faults.add(name + " is too short: a secret has at least 16 characters");
        }
        return secret;
    }

    private Secret key(String name) {
        Secret secret = new Secret(text(name));
        try {
            if (!secret.reveal().isEmpty() && Base64.getDecoder().decode(secret.reveal()).length < LEAST_KEY_BYTES) {
                faults.add(name + " is too short: it holds at least 32 random bytes, in base64");
            }
        } catch (IllegalArgumentException e) {
            faults.add(name + " is not base64");
        }
        return secret;
    }

    private URI origin(String name) {
        String text = text(name);
        try {
            URI uri = URI.create(text);
            if (!text.isEmpty() && (uri.getHost() == null || !uri.getScheme().matches("https?"))) {
                faults.add(name + " is not an http or https address");
            }
            return uri;
        } catch (IllegalArgumentException e) {
            faults.add(name + " is not an address");
            return URI.create("");
        }
    }

    /** The hub does not start with these settings. */
    public static final class UnusableSettings extends IllegalStateException {
        UnusableSettings(List<String> faults) {
            super("The hub cannot start: " + String.join("; ", faults) + ". See the reference page on settings.");
        }
    }
}
