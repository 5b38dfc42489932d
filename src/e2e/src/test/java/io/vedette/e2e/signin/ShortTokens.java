package io.vedette.e2e.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.e2e.house.KeycloakAdmin;

/** Keycloak's access tokens for the hub last for seconds instead of minutes, so that a session is asked about again soon. */
final class ShortTokens implements AutoCloseable {
    private static final String LIFESPAN = "access.token.lifespan";

    private final KeycloakAdmin keycloak;
    private final String client;

    private ShortTokens(KeycloakAdmin keycloak, String client) {
        this.keycloak = keycloak;
        this.client = client;
    }

    static ShortTokens of(KeycloakAdmin keycloak, int seconds) {
        String id =
                keycloak.get("/vedette/clients?clientId=hub").path(0).path("id").asText();
        var tokens = new ShortTokens(keycloak, "/vedette/clients/" + id);
        tokens.set(String.valueOf(seconds));
        return tokens;
    }

    private void set(String seconds) {
        var all = (ObjectNode) keycloak.get(client);
        ((ObjectNode) all.path("attributes")).put(LIFESPAN, seconds);
        keycloak.put(client, all.toString());
    }

    /** Back to what the realm says. */
    @Override
    public void close() {
        set("");
    }
}
