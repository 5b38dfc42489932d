package io.vedette.hub.people;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the reader was given, in this tenant. What has ended is not shown: its cameras are no longer theirs to know. */
@Path("/t/{tenant}/me")
@Produces(MediaType.TEXT_HTML)
public class MePage {
    private final Visits visits;
    private final Grants grants;
    private final Cameras cameras;
    private final Sites sites;
    private final Tags tags;
    private final Clock clock;

    @Inject
    MePage(Visits visits, Grants grants, Cameras cameras, Sites sites, Tags tags, Clock clock) {
        this.visits = visits;
        this.grants = grants;
        this.cameras = cameras;
        this.sites = sites;
        this.tags = tags;
        this.clock = clock;
    }

    @GET
    public View me(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> Frame.view(
                        request,
                        visit,
                        "me",
                        "people/me",
                        Map.of(
                                "role", visit.viewer().role().name(),
                                "seesAll", visit.viewer().role().seesEveryCamera(),
                                "grants", sentences(visit, Languages.of(request)))));
    }

    private List<GrantLine> sentences(Visit visit, Locale language) {
        Instant now = clock.instant();
        List<AccessGrant> inForce = grants.received(visit.viewer()).stream()
                .filter(grant -> !grant.over(now))
                .toList();
        Map<String, Target> about =
                Targets.of(visit.viewer(), cameras, sites, tags, language).of(inForce);
        return inForce.stream()
                .flatMap(grant -> Optional.ofNullable(about.get(Target.value(grant.what())))
                        .map(target -> GrantLine.mine(grant, target, now, language))
                        .stream())
                .toList();
    }
}
