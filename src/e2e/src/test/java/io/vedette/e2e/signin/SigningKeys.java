package io.vedette.e2e.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.e2e.house.KeycloakAdmin;

/** The realm's keys for signatures. Those that were there are there again when this is closed, and no others. */
final class SigningKeys implements AutoCloseable {
    private static final String KIND = "org.keycloak.keys.KeyProvider";
    private static final String FRESH = "fresh for a test";

    private final KeycloakAdmin keycloak;
    private final JsonNode before;

    SigningKeys(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
        this.before = named("rsa-generated");
    }

    /** From now on tokens are signed with a new key; those of the old one are still good. */
    void rotate() {
        ObjectNode key = LinkCodec.json()
                .createObjectNode()
                .put("name", FRESH)
                .put("providerId", "rsa-generated")
                .put("providerType", KIND)
                .put("parentId", before.path("parentId").asText());
        set(set(key.putObject("config"), "priority", "500"), "algorithm", "RS256");
        keycloak.post("/vedette/components", key.toString());
    }

    /** As when the old key has leaked. */
    void takeTheOldOneAway() {
        enableTheOldOne(false);
    }

    private void enableTheOldOne(boolean enabled) {
        ObjectNode old = before.deepCopy();
        String said = String.valueOf(enabled); // what is left out stays as it is
        set(set((ObjectNode) old.path("config"), "enabled", said), "active", said);
        keycloak.put("/vedette/components/" + id(before), old.toString());
    }

    @Override
    public void close() {
        enableTheOldOne(true); // first: a realm without a key makes one
        JsonNode fresh = named(FRESH);
        if (!fresh.isMissingNode()) {
            keycloak.delete("/vedette/components/" + id(fresh));
        }
    }

    private JsonNode named(String name) {
        for (JsonNode one : keycloak.get("/vedette/components?type=" + KIND)) {
            if (one.path("name").asText().equals(name)) {
                return one;
            }
        }
        return LinkCodec.json().missingNode();
    }

    private static ObjectNode set(ObjectNode config, String name, String value) {
        config.putArray(name).add(value);
        return config;
    }

    private static String id(JsonNode component) {
        return component.path("id").asText();
    }
}
