package io.vedette.hub.platform.security;

import com.nimbusds.jwt.JWTClaimsSet;
import io.vedette.contracts.id.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a person out of an id token. Organisations come in the claim {@code orgs}, an object keyed by alias whose values
 * hold the organisation's attributes; the attribute {@code tenant} is the id of our tenant.
 */
final class PersonClaims {
    private static final Logger LOG = LoggerFactory.getLogger(PersonClaims.class);

    private PersonClaims() {}

    static Person read(JWTClaimsSet claims) throws java.text.ParseException {
        String name = text(claims.getClaim("preferred_username"));
        boolean service = service(claims, name);
        String display = service ? ServiceAccount.client(name) : text(claims.getClaim("name"));
        return new Person(
                claims.getSubject(),
                name,
                display.isEmpty() ? name : display,
                verifiedEmail(claims),
                memberships(claims.getClaim("orgs")),
                operator(claims.getClaim("hub_roles")),
                service,
                null);
    }

    /** An address that anybody can write into their account is none (OpenID Connect Core 1.0, section 5.7). */
    private static String verifiedEmail(JWTClaimsSet claims) {
        return Boolean.TRUE.equals(claims.getClaim("email_verified")) ? text(claims.getClaim("email")) : "";
    }

    /** Keycloak writes {@code client_id} into a token that a client took for itself, and into no other. */
    private static boolean service(JWTClaimsSet claims, String userName) {
        return ServiceAccount.of(text(claims.getClaim("client_id")), userName);
    }

    /** The realm's role of that name, as the claim {@code hub_roles} lists it. */
    private static boolean operator(@Nullable Object claim) {
        return claim instanceof Collection<?> roles && roles.contains("operator");
    }

    private static List<Membership> memberships(@Nullable Object claim) {
        List<Membership> list = new ArrayList<>();
        if (claim instanceof Map<?, ?> organisations) {
            organisations.forEach((alias, about) -> {
                String tenant = about instanceof Map<?, ?> map ? text(map.get("tenant")) : "";
                try {
                    list.add(new Membership(text(alias), TenantId.of(tenant).value()));
                } catch (IllegalArgumentException e) {
                    LOG.warn("the organisation {} has no attribute 'tenant' with an id; it is left out", alias);
                }
            });
        }
        list.sort(java.util.Comparator.comparing(Membership::slug));
        return list;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Collection<?> many) {
            return many.isEmpty() ? "" : text(many.iterator().next());
        }
        return value == null ? "" : value.toString();
    }
}
