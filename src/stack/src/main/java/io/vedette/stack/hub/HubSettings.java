package io.vedette.stack.hub;

import io.vedette.stack.postgres.Database;
import io.vedette.stack.state.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the hub is told, by its environment.
 *
 * @param more what the stack does not decide, by name
 */
public record HubSettings(
        URI publicUrl,
        Database app,
        Database owner,
        URI issuer,
        Secret clientSecret,
        Secret ticketKey,
        Secret sealKey,
        Path vault,
        Path agentFile,
        Map<String, String> more) {
    /** Where the server listens, and what the hub is told of it. */
    static final String BIND = "127.0.0.1";

    Map<String, String> environment() {
        Map<String, String> all = new TreeMap<>(more);
        all.put("VEDETTE_PUBLIC_URL", publicUrl.toString());
        all.put("VEDETTE_BIND_ADDRESS", BIND);
        all.put("VEDETTE_DB_URL", app.url());
        all.put("VEDETTE_DB_USER", app.user());
        all.put("VEDETTE_DB_PASSWORD", app.password().reveal());
        all.put("VEDETTE_DB_OWNER_USER", owner.user());
        all.put("VEDETTE_DB_OWNER_PASSWORD", owner.password().reveal());
        all.put("VEDETTE_OIDC_ISSUER", issuer.toString());
        all.put("VEDETTE_OIDC_CLIENT_ID", "hub");
        all.put("VEDETTE_OIDC_CLIENT_SECRET", clientSecret.reveal());
        all.put("VEDETTE_TICKET_KEY", ticketKey.reveal());
        all.put("VEDETTE_SEAL_KEY", sealKey.reveal());
        all.put("VEDETTE_VAULT_DIR", vault.toString());
        all.put("VEDETTE_AGENT_FILE", agentFile.toString());
        return all;
    }
}
