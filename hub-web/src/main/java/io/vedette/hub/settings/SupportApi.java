package io.vedette.hub.settings;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Support;
import io.vedette.hub.access.Visits;
import io.vedette.hub.settings.SupportDocument.NewSupport;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Support access, for programs of owners. */
@Path("/api/v1/t/{tenant}/support")
@Produces(MediaType.APPLICATION_JSON)
public class SupportApi {
    private final Visits visits;
    private final Support support;

    @Inject
    SupportApi(Visits visits, Support support) {
        this.visits = visits;
        this.support = support;
    }

    /** 204 while none is open. */
    @GET
    public Response open(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return support.open(visit.viewer().tenant())
                    .map(access -> Response.ok(SupportDocument.of(access)).build())
                    .orElseGet(() -> Response.noContent().build());
        });
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public SupportDocument give(
            @PathParam("tenant") String tenant, NewSupport wish, @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> SupportDocument.of(support.give(visit.viewer(), wish.level(), wish.days(), wish.reason())));
    }

    /** Also when there is none. */
    @DELETE
    public Response takeBack(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            support.takeBack(visit.viewer());
            return Response.noContent().build();
        });
    }
}
