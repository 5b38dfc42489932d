package io.vedette.e2e.signin;

import io.vedette.contracts.link.LinkCodec;
import io.vedette.e2e.house.KeycloakAdmin;

/** A member of acme whom a test may lock or disable; gone from Keycloak when it is closed. */
record ExtraAccount(KeycloakAdmin keycloak, String id, String name, String password) implements AutoCloseable {
    static ExtraAccount make(KeycloakAdmin keycloak, String name) {
        String password = "a-word-of-" + name + "-alone";
        var user = LinkCodec.json()
                .createObjectNode()
                .put("username", name)
                .put("enabled", true)
                .put("email", name + "@acme.example")
                .put("emailVerified", true)
                .put("firstName", "Extra")
                .put("lastName", name);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", password)
                .put("temporary", false);
        keycloak.post("/vedette/users", user.toString());
        String id = keycloak.get("/vedette/users?exact=true&username=" + name)
                .path(0)
                .path("id")
                .asText();
        keycloak.post("/vedette/organizations/" + keycloak.acme() + "/members", id);
        return new ExtraAccount(keycloak, id, name, password);
    }

    void disable() {
        keycloak.put("/vedette/users/" + id, "{\"enabled\":false}");
    }

    @Override
    public void close() {
        keycloak.delete("/vedette/users/" + id);
    }

    @Override
    public String toString() {
        return name;
    }
}
