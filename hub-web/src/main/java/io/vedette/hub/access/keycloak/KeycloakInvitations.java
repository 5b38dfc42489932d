package io.vedette.hub.access.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.InvitationMail;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keycloak's own invitations to an organisation: it writes the mail, and knows whether the address has an account. */
@Singleton
public class KeycloakInvitations implements InvitationMail {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakInvitations.class);

    private final AdminApi admin;
    private final Organisations organisations;

    @Inject
    KeycloakInvitations(AdminApi admin) {
        this.admin = admin;
        this.organisations = new Organisations(admin);
    }

    /** Keycloak refuses a second invitation while one waits, so that one goes first. */
    @Override
    public Outcome send(TenantId tenant, Email email) throws Unreachable {
        takeBack(tenant, email);
        int status = admin.post(organisations.path(tenant) + "/members/invite-user", Map.of("email", email.value()));
        return switch (status) {
            case 204 -> Outcome.SENT;
            case 409 -> Outcome.MEMBER;
            default -> {
                LOG.warn("the identity provider did not send an invitation, it answered {}", status);
                yield Outcome.NOT_SENT;
            }
        };
    }

    @Override
    public void takeBack(TenantId tenant, Email email) throws Unreachable {
        String invitations = organisations.path(tenant) + "/invitations";
        JsonNode waiting = admin.get(invitations + "?first=0&max=100&email=" + AdminApi.encoded(email.value()));
        for (JsonNode one : waiting) {
            if (one.path("email").asText("").equalsIgnoreCase(email.value())) {
                admin.delete(invitations + "/" + AdminApi.encoded(one.path("id").asText()));
            }
        }
    }
}
