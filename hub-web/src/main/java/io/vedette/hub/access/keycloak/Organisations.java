package io.vedette.hub.access.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Accounts.Unreachable;

/** The organisation whose attribute {@code tenant} is a tenant's id. */
final class Organisations {
    private final AdminApi admin;

    Organisations(AdminApi admin) {
        this.admin = admin;
    }

    /** Its address below the realm. */
    String path(TenantId tenant) throws Unreachable {
        return path(of(tenant));
    }

    static String path(JsonNode organisation) {
        return "/organizations/" + AdminApi.encoded(organisation.path("id").asText());
    }

    /** All of it. */
    JsonNode of(TenantId tenant) throws Unreachable {
        JsonNode found = admin.get("/organizations?briefRepresentation=false&first=0&max=2&q="
                + AdminApi.encoded("tenant:" + tenant.value()));
        for (JsonNode organisation : found) {
            if (belongsTo(organisation, tenant)) {
                return organisation;
            }
        }
        throw new Unreachable("the identity provider has no organisation for tenant " + tenant);
    }

    /** Looked at again: a search is free to find more than was meant. */
    private static boolean belongsTo(JsonNode organisation, TenantId tenant) {
        for (JsonNode value : organisation.path("attributes").path("tenant")) {
            if (value.asText().equals(tenant.toString())) {
                return true;
            }
        }
        return false;
    }
}
