package io.vedette.hub.recordings.boundary;

import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.FoundRecordings;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recordings of many cameras for programs, the newest first. */
@Path("/api/v1/t/{tenant}/found")
@Produces(MediaType.APPLICATION_JSON)
public class FoundApi {
    private final Visits visits;
    private final Sites sites;
    private final FoundRecordings found;
    private final UploadShown uploads;
    private final SeenInRecordings seen;

    @Inject
    FoundApi(Visits visits, Sites sites, FoundRecordings found, UploadShown uploads, SeenInRecordings seen) {
        this.visits = visits;
        this.sites = sites;
        this.found = found;
        this.uploads = uploads;
        this.seen = seen;
    }

    @GET
    public RecordingList list(
            @PathParam("tenant") String tenant,
            @BeanParam FoundFilter filter,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServletRequest http) {
        var wanted = filter.read();
        var ask = PageAsk.of("found", limit, cursor);
        return visits.as(http, tenant, visit -> {
            wanted.site().ifPresent(site -> demand(visit.viewer(), site));
            var page = ask.slice(
                    found.page(visit.viewer(), wanted, ask),
                    one -> one.startedAt().toString(),
                    one -> one.id().value(),
                    "/api/v1" + visit.at("/found"),
                    filter.given());
            var latest = uploads.latest(visit.viewer(), page.entries(), Languages.of(http));
            var labels = seen.labels(visit.viewer(), page.entries());
            return new RecordingList(
                    page.map(one -> RecordingDocument.of(
                            tenant, one, labels.getOrDefault(one.id(), List.of()), latest.get(one.id()))),
                    page.next());
        });
    }

    /** A site that is not there is said, as a camera is, and not taken for one without recordings. */
    private void demand(Viewer viewer, SiteId site) {
        if (sites.all(viewer).stream().noneMatch(one -> one.id().equals(site))) {
            throw Refusal.notFound();
        }
    }
}
