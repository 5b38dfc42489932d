package io.vedette.hub.platform.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A complete environment, to be spoiled. */
final class Settings {
    final Map<String, String> values = new TreeMap<>(Map.ofEntries(
            Map.entry("VEDETTE_PUBLIC_URL", "https://cameras.example.org"),
            Map.entry("VEDETTE_DB_URL", "jdbc:postgresql://127.0.0.1:5432/vedette"),
            Map.entry("VEDETTE_DB_USER", "hub_app"),
            Map.entry("VEDETTE_DB_PASSWORD", "fN3x9Qk2LwZr7TtB"),
            Map.entry("VEDETTE_DB_OWNER_USER", "hub_owner"),
            Map.entry("VEDETTE_DB_OWNER_PASSWORD", "aC8vY5mHs1PdJ0uE"),
            Map.entry("VEDETTE_OIDC_ISSUER", "https://login.example.org/realms/vedette"),
            Map.entry("VEDETTE_OIDC_CLIENT_ID", "hub"),
            Map.entry("VEDETTE_OIDC_CLIENT_SECRET", "Gq4nR6bXo2iWz9Ky"),
            Map.entry("VEDETTE_SEAL_KEY", "YwVsnYXQ+cj2gOsmph/FFZsPynTNQ73zFElxCP+nsFI="),
            Map.entry("VEDETTE_TICKET_KEY", "q0m3UTlsXzD1bS0pVn5m8t8m3b6y5wZp1kqJk0vB7Xc="),
            Map.entry("VEDETTE_VAULT_DIR", "/srv/vedette/vault"),
            Map.entry("VEDETTE_AGENT_FILE", "/srv/vedette/vedette-agent.jar"),
            Map.entry("VEDETTE_METRICS_TOKEN", "zT7kQ2wLr9XbN4vD")));

    Settings with(String name, String value) {
        values.put(name, value);
        return this;
    }

    Settings without(String name) {
        values.remove(name);
        return this;
    }

    HubSettings read() {
        return new SettingsReader(name -> Optional.ofNullable(values.get(name))).read();
    }
}
