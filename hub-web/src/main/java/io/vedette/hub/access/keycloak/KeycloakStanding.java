package io.vedette.hub.access.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.tokens.Standing;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whether somebody is a member of the organisation at Keycloak, and their account is enabled there. */
@Singleton
class KeycloakStanding implements Standing {
    private final AdminApi admin;
    private final Organisations organisations;

    @Inject
    KeycloakStanding(AdminApi admin) {
        this.admin = admin;
        this.organisations = new Organisations(admin);
    }

    @Override
    public Optional<Known> of(TenantId tenant, Subject subject) throws Unreachable {
        JsonNode organisation = organisations.of(tenant);
        String slug = organisation.path("alias").asText("");
        if (slug.isEmpty() || !organisation.path("enabled").asBoolean(true)) {
            return Optional.empty();
        }
        return admin.find(Organisations.path(organisation) + "/members/" + AdminApi.encoded(subject.value()))
                .filter(member -> member.path("enabled").asBoolean(false))
                .map(member ->
                        new Known(slug, member.path("username").asText(""), KeycloakAccounts.displayName(member)));
    }
}
