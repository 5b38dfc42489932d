package io.vedette.hub.home;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.platform.security.LoginMechanism;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** The way in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomeResource {
    private final Visits visits;
    private final Cameras cameras;

    @Inject
    HomeResource(Visits visits, Cameras cameras) {
        this.visits = visits;
        this.cameras = cameras;
    }

    /** On to the person's first tenant; the switcher shows the others. */
    @GET
    public Response start(@Context HttpServletRequest request) {
        var person = LoginMechanism.person(request).orElseThrow(() -> new Refusal(Problem.SIGN_IN));
        String slug = person.memberships().stream()
                .map(Membership::slug)
                .findFirst()
                .orElseThrow(() -> new Refusal(Problem.NO_TENANT));
        return Redirect.to("/t/" + slug);
    }

    @GET
    @Path("t/{tenant}")
    public View home(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> Frame.view(
                        request,
                        visit,
                        "home",
                        "home/home",
                        Map.of("count", cameras.all(visit.viewer()).size())));
    }
}
