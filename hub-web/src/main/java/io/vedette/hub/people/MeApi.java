package io.vedette.hub.people;

import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.security.LoginMechanism;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.CsrfToken;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is asking, and where they belong. */
@Path("/api/v1/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeApi {
    private final Visits visits;

    @Inject
    MeApi(Visits visits) {
        this.visits = visits;
    }

    /**
     * The person.
     *
     * @param csrf what writes with this session must send as {@code X-CSRF-Token}; absent with an access token, which needs none
     */
    public record MeDocument(
            String id,
            String name,
            String userName,
            @Nullable String csrf,
            List<TenantDocument> tenants) {
        @Override
        public String toString() {
            return "MeDocument[" + userName + "]";
        }
    }

    /** A tenant the person belongs to. */
    public record TenantDocument(String slug, String name, String role) {}

    @GET
    public MeDocument me(@Context HttpServletRequest request) {
        Person person = LoginMechanism.person(request).orElseThrow(() -> new Refusal(Problem.SIGN_IN));
        return new MeDocument(
                person.subject(),
                person.displayName(),
                person.userName(),
                LoginMechanism.bearer(request) ? null : CsrfToken.of(request),
                visits.open(person).stream()
                        .map(Membership::slug)
                        .map(slug -> visits.as(
                                person,
                                slug,
                                visit -> new TenantDocument(
                                        slug,
                                        visit.tenantName(),
                                        visit.viewer().role().key().value())))
                        .toList());
    }
}
