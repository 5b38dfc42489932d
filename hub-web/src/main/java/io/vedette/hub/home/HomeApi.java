package io.vedette.hub.home;

import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.Languages;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The first page for programs. */
@Path("/api/v1/t/{tenant}/home")
@Produces(MediaType.APPLICATION_JSON)
public class HomeApi {
    private final Visits visits;
    private final Dashboard dashboard;

    @Inject
    HomeApi(Visits visits, Dashboard dashboard) {
        this.visits = visits;
        this.dashboard = dashboard;
    }

    @GET
    public HomeDocument home(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(
                request, tenant, visit -> HomeDocument.of(tenant, dashboard.of(visit.viewer()), Languages.of(request)));
    }
}
