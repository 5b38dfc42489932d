package io.vedette.stack.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.stack.state.Kept;
import io.vedette.stack.words.Step;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Brings Keycloak's realm to what the filled template says: all of it where there is no realm yet; where there is one and the
 * template changed, its settings and clients, and people and organisations that are missing. Nobody's password is set back.
 */
final class RealmSetup {
    private final AdminApi admin;
    private final ObjectNode wanted;
    private final String realm;

    RealmSetup(AdminApi admin, ObjectNode wanted) {
        this.admin = admin;
        this.wanted = wanted;
        this.realm = wanted.path("realm").asText();
    }

    void apply(Kept kept, Step step) {
        String hash = hash(wanted);
        if (admin.get("/" + realm).isMissingNode()) {
            admin.post("", wanted);
            step.say("realm imported");
        } else if (!kept.get("realm.sha256").filter(hash::equals).isPresent()) {
            update();
            step.say("realm brought up to date");
        } else {
            return;
        }
        kept.put("realm.sha256", hash);
    }

    private void update() {
        ObjectNode settings = wanted.deepCopy();
        settings.remove(List.of("clients", "clientScopeMappings", "roles", "scopeMappings", "users", "organizations"));
        admin.put("/" + realm, settings);
        missing("roles");
        wanted.path("clients").forEach(this::client);
        wanted.path("scopeMappings").forEach(this::scope);
        missing("users");
        wanted.path("organizations").forEach(this::organization);
        wanted.path("clientScopeMappings")
                .fields()
                .forEachRemaining(mapping -> mapping.getValue().forEach(one -> permissions(mapping.getKey(), one)));
    }

    /** What the service account of a client may do; those that a realm of an earlier start does not give yet. */
    private void permissions(String of, JsonNode scope) {
        String giver = clientId(of);
        String taker = clientId(scope.path("client").asText());
        ArrayNode roles = JsonNodeFactory.instance.arrayNode();
        scope.path("roles")
                .forEach(role -> roles.add(admin.get("/" + realm + "/clients/" + giver + "/roles/" + role.asText())));
        String account = admin.get("/" + realm + "/clients/" + taker + "/service-account-user")
                .path("id")
                .asText();
        admin.post("/" + realm + "/clients/" + taker + "/scope-mappings/clients/" + giver, roles);
        admin.post("/" + realm + "/users/" + account + "/role-mappings/clients/" + giver, roles);
    }

    private String clientId(String name) {
        return admin.get("/" + realm + "/clients?clientId=" + name)
                .path(0)
                .path("id")
                .asText();
    }

    private void client(JsonNode client) {
        JsonNode known = admin.get(
                "/" + realm + "/clients?clientId=" + client.path("clientId").asText());
        if (known.isEmpty()) {
            admin.post("/" + realm + "/clients", client);
            return;
        }
        String id = known.get(0).path("id").asText();
        admin.put("/" + realm + "/clients/" + id, client);
        mappers(id, client);
    }

    /** An update of a client leaves its mappers alone. */
    private void mappers(String client, JsonNode wantedClient) {
        String path = "/" + realm + "/clients/" + client + "/protocol-mappers/models";
        JsonNode known = admin.get(path);
        for (JsonNode mapper : wantedClient.path("protocolMappers")) {
            JsonNode same = named(known, mapper.path("name").asText());
            if (same.isMissingNode()) {
                admin.post(path, mapper);
            } else {
                ObjectNode changed = mapper.deepCopy();
                changed.put("id", same.path("id").asText());
                admin.put(path + "/" + same.path("id").asText(), changed);
            }
        }
    }

    /** Adds what of this kind is not there yet, and leaves alone what is. */
    private void missing(String kind) {
        ObjectNode missingOnly = JsonNodeFactory.instance.objectNode();
        missingOnly.put("ifResourceExists", "SKIP");
        missingOnly.set(kind, wanted.path(kind));
        admin.post("/" + realm + "/partialImport", missingOnly);
    }

    /** Which roles of the realm a client's tokens may tell of. */
    private void scope(JsonNode mapping) {
        ArrayNode roles = JsonNodeFactory.instance.arrayNode();
        mapping.path("roles").forEach(role -> roles.add(admin.get("/" + realm + "/roles/" + role.asText())));
        String client = clientId(mapping.path("client").asText());
        admin.post("/" + realm + "/clients/" + client + "/scope-mappings/realm", roles);
    }

    private void organization(JsonNode organization) {
        String alias = organization.path("alias").asText();
        JsonNode known = admin.get("/" + realm + "/organizations?search=" + alias);
        for (JsonNode candidate : known) {
            if (candidate.path("alias").asText().equals(alias)) {
                return;
            }
        }
        ObjectNode fresh = organization.deepCopy();
        fresh.remove("members");
        admin.post("/" + realm + "/organizations", fresh);
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode candidate : list) {
            if (candidate.path("name").asText().equals(name)) {
                return candidate;
            }
        }
        return JsonNodeFactory.instance.missingNode();
    }

    private static String hash(ObjectNode filled) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(filled.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
