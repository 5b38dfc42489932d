package io.vedette.hub.fleet;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** The tags, and on how many cameras each is, for those who arrange. */
@Path("/t/{tenant}/tags")
@Produces(MediaType.TEXT_HTML)
public class TagsPage {
    private final Visits visits;
    private final Tags tags;

    @Inject
    TagsPage(Visits visits, Tags tags) {
        this.visits = visits;
        this.tags = tags;
    }

    @GET
    public View show(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.ARRANGE);
            return Frame.view(
                    request,
                    visit,
                    "cameras",
                    "fleet/tags",
                    Map.of(
                            "tags",
                            tags.counts(visit.viewer()),
                            "removes",
                            visit.viewer().may(Permission.DELEGATE)));
        });
    }
}
