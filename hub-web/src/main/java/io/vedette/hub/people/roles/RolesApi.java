package io.vedette.hub.people.roles;

import io.vedette.hub.access.CustomRole;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.RoleWish;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.IfMatch;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Roles for programs. */
@Path("/api/v1/t/{tenant}/roles")
@Produces(MediaType.APPLICATION_JSON)
public class RolesApi {
    private final Visits visits;
    private final Roles roles;

    @Inject
    RolesApi(Visits visits, Roles roles) {
        this.visits = visits;
        this.roles = roles;
    }

    @GET
    public RoleDocument.RoleList list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            return new RoleDocument.RoleList(roles.all(visit.viewer().tenant()).stream()
                    .map(RoleDocument::of)
                    .toList());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(
            @PathParam("tenant") String tenant, RoleDocument.NewRole wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            CustomRole made = roles.make(visit.viewer(), read(wish));
            return answer(Response.created(URI.create("/api/v1" + visit.at("/roles/" + made.key()))), made);
        });
    }

    @GET
    @Path("/{role}")
    public Response one(
            @PathParam("tenant") String tenant, @PathParam("role") String role, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            return answer(Response.ok(), roles.get(visit.viewer().tenant(), InPath.id(role, RoleKey::new)));
        });
    }

    @PUT
    @Path("/{role}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("role") String role,
            @HeaderParam("If-Match") @Nullable String match,
            RoleDocument.NewRole wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            CustomRole made = roles.get(visit.viewer().tenant(), InPath.id(role, RoleKey::new));
            IfMatch.demand(match, made.version());
            return answer(Response.ok(), roles.change(visit.viewer(), made.key(), read(wish)));
        });
    }

    @DELETE
    @Path("/{role}")
    public Response remove(
            @PathParam("tenant") String tenant, @PathParam("role") String role, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            roles.remove(visit.viewer(), InPath.id(role, RoleKey::new));
            return Response.noContent().build();
        });
    }

    private static RoleWish read(RoleDocument.NewRole wish) {
        try {
            return wish.wish();
        } catch (DateTimeException e) {
            throw new Refusal(Problem.UNUSABLE);
        }
    }

    private static Response answer(Response.ResponseBuilder builder, CustomRole made) {
        return builder.entity(RoleDocument.of(made.role()))
                .header("ETag", IfMatch.tag(made.version()))
                .build();
    }
}
