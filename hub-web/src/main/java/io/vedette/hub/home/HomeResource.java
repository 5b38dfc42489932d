package io.vedette.hub.home;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.fleet.NewCameraPage;
import io.vedette.hub.platform.security.LoginMechanism;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
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
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The way in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomeResource {
    private final Visits visits;
    private final Dashboard dashboard;

    @Inject
    HomeResource(Visits visits, Dashboard dashboard) {
        this.visits = visits;
        this.dashboard = dashboard;
    }

    /** On to the first tenant that lets the person in; the switcher shows the others. An operator of none goes on to theirs. */
    @GET
    public Response start(@Context HttpServletRequest request) {
        var person = LoginMechanism.person(request).orElseThrow(() -> new Refusal(Problem.SIGN_IN));
        return Redirect.to(visits.first(person)
                .map(membership -> "/t/" + membership.slug())
                .or(() -> Optional.of("/operator").filter(own -> person.operator()))
                .orElseThrow(() -> new Refusal(Problem.NO_TENANT)));
    }

    @GET
    @Path("t/{tenant}")
    public View home(
            @PathParam("tenant") String tenant,
            @QueryParam("needs") @DefaultValue("") String needs,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> view(request, visit, needs.equals("all")));
    }

    private View view(HttpServletRequest request, Visit visit, boolean everyNeed) {
        Map<String, Object> model = new HashMap<>();
        model.put("home", HomeView.of(dashboard.of(visit.viewer()), Languages.of(request), everyNeed));
        if (visit.viewer().may(Permission.ARRANGE)) {
            model.putAll(NewCameraPage.firstOfAll());
        }
        return Frame.view(request, visit, "home", "home/home", model);
    }
}
