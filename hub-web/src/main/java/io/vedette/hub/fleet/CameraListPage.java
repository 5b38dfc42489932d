package io.vedette.hub.fleet;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.Languages;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All cameras by site, with their state. */
@Path("/t/{tenant}/cameras")
@Produces(MediaType.TEXT_HTML)
public class CameraListPage {
    private final Visits visits;
    private final Fleet fleet;
    private final Sites sites;
    private final Clock clock;

    @Inject
    CameraListPage(Visits visits, Fleet fleet, Sites sites, Clock clock) {
        this.visits = visits;
        this.fleet = fleet;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * @param state shows only cameras in this state, by the state's code, or those in any that needs somebody; empty shows all
     * @param page counted from 1
     */
    @GET
    public View list(
            @PathParam("tenant") String tenant,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("page") @DefaultValue("1") String page,
            @Context HttpServletRequest request) {
        Asked.given(state).ifPresent(code -> Asked.choice("state", code, CameraListing.STATES, known -> known));
        int wanted = Asked.number("page", page);
        return visits.as(request, tenant, visit -> {
            List<Standing> all = fleet.roll(visit.viewer());
            List<Site> places = sites.around(
                    visit.viewer(), all.stream().map(Standing::site).collect(Collectors.toSet()));
            CameraListing.Part part = CameraListing.part(places, all, state, wanted, CameraListing.LINES);
            CameraListing listing =
                    part.of(fleet.of(visit.viewer(), part.cameras()), clock.instant(), Languages.of(request));
            return Frame.view(
                    request,
                    visit,
                    "cameras",
                    "fleet/cameras",
                    Map.of(
                            "listing",
                            listing,
                            "places",
                            places.size(),
                            "count",
                            all.size(),
                            "states",
                            StateCount.of(all.stream().map(Standing::state)),
                            "state",
                            state,
                            "arranges",
                            visit.viewer().may(Permission.ARRANGE)));
        });
    }
}
