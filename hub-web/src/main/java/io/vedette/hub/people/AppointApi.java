package io.vedette.hub.people;

import io.vedette.hub.access.Account;
import io.vedette.hub.access.Appoint;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The role of a member, for programs. */
@Path("/api/v1/t/{tenant}/accounts/{account}/role")
@Produces(MediaType.APPLICATION_JSON)
public class AppointApi {
    private final Visits visits;
    private final AccountBooks books;
    private final Roles roles;
    private final Appoint appoint;

    @Inject
    AppointApi(Visits visits, AccountBooks books, Roles roles, Appoint appoint) {
        this.visits = visits;
        this.books = books;
        this.roles = roles;
        this.appoint = appoint;
    }

    /** @param role a standard name, or the id of a role that the tenant made */
    public record RoleWanted(String role) {}

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response appoint(
            @PathParam("tenant") String tenant,
            @PathParam("account") String account,
            RoleWanted wanted,
            @Context HttpServletRequest request) {
        AccountBook book = books.open(request, tenant);
        return visits.as(request, tenant, visit -> {
            Account member = book.member(InPath.id(account, Subject::new));
            var role = roles.find(visit.viewer().tenant(), new RoleKey(wanted.role()))
                    .orElseThrow(Refusal::notFound);
            appoint.to(visit.viewer(), member.subject(), role);
            return Response.noContent().build();
        });
    }
}
