package io.vedette.hub.people;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** The part of the people page that narrows while somebody types: it asks nobody but the database. */
@Path("/t/{tenant}/people/targets")
@Produces(MediaType.TEXT_HTML)
public class TargetsPage {
    private final Visits visits;
    private final PeopleView view;

    @Inject
    TargetsPage(Visits visits, PeopleView view) {
        this.visits = visits;
        this.view = view;
    }

    @GET
    public View fitting(
            @PathParam("tenant") String tenant,
            @QueryParam("find") @DefaultValue("") String find,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            TargetChoice choice = view.targets(visit, request).choice(find, "");
            return new View("people/targets", Map.of("choice", choice));
        });
    }
}
