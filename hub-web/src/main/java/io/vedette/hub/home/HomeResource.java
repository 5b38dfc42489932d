package io.vedette.hub.home;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.fleet.CameraLine;
import io.vedette.hub.fleet.CameraSight;
import io.vedette.hub.fleet.Fleet;
import io.vedette.hub.fleet.Presence;
import io.vedette.hub.fleet.SiteSection;
import io.vedette.hub.fleet.StateCount;
import io.vedette.hub.platform.security.LoginMechanism;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Moment;
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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The way in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class HomeResource {
    private final Visits visits;
    private final Fleet fleet;
    private final Sites sites;
    private final Clock clock;

    @Inject
    HomeResource(Visits visits, Fleet fleet, Sites sites, Clock clock) {
        this.visits = visits;
        this.fleet = fleet;
        this.sites = sites;
        this.clock = clock;
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
        return visits.as(request, tenant, visit -> view(request, visit));
    }

    private View view(HttpServletRequest request, Visit visit) {
        Locale language = Languages.of(request);
        Instant now = clock.instant();
        List<Site> places = sites.all(visit.viewer());
        List<CameraSight> cameras = fleet.all(visit.viewer());
        boolean arranges = visit.viewer().role().arranges();
        return Frame.view(
                request,
                visit,
                "home",
                "home/home",
                Map.of(
                        "day",
                        places.isEmpty()
                                ? ""
                                : Moment.day(now, places.getFirst().zone(), language),
                        "zones",
                        String.join(", ", zones(places)),
                        "needs",
                        cameras.stream()
                                .filter(sight -> needsSomebody(sight, arranges))
                                .map(sight -> Need.of(CameraLine.of(sight, now, language), language))
                                .toList(),
                        "states",
                        StateCount.of(cameras),
                        "sites",
                        SiteSection.of(places, cameras, now, language),
                        "count",
                        cameras.size(),
                        "arranges",
                        arranges));
    }

    private static boolean needsSomebody(CameraSight sight, boolean arranges) {
        return sight.presence().state().needsYou()
                || arranges && sight.presence().state() == Presence.State.UNPAIRED;
    }

    private static List<String> zones(List<Site> places) {
        return places.stream().map(Site::zone).map(ZoneId::getId).distinct().toList();
    }
}
