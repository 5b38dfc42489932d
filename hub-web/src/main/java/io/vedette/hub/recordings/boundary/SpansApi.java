package io.vedette.hub.recordings.boundary;

import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.recordings.boundary.SpanDocument.SpanList;
import io.vedette.hub.recordings.control.RequestSpan;
import io.vedette.hub.recordings.entity.SpanId;
import io.vedette.hub.recordings.entity.Spans;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Times that were asked for, for programs: how far they are, and calling one off. Asking is at the uploads. */
@Path("/api/v1/t/{tenant}/spans")
@Produces(MediaType.APPLICATION_JSON)
public class SpansApi {
    private static final int LATEST = 100;

    private final Visits visits;
    private final Spans spans;
    private final RequestSpan request;
    private final SpanShown shown;

    @Inject
    SpansApi(Visits visits, Spans spans, RequestSpan request, SpanShown shown) {
        this.visits = visits;
        this.spans = spans;
        this.request = request;
        this.shown = shown;
    }

    @GET
    public SpanList list(@PathParam("tenant") String tenant, @Context HttpServletRequest http) {
        return visits.as(
                http,
                tenant,
                visit -> new SpanList(shown.documents(visit.viewer(), spans.latest(visit.viewer(), LATEST))));
    }

    @GET
    @Path("{span}")
    public SpanDocument get(
            @PathParam("tenant") String tenant, @PathParam("span") String id, @Context HttpServletRequest http) {
        return visits.as(
                http,
                tenant,
                visit -> shown.document(visit.viewer(), spans.get(visit.viewer(), InPath.id(id, SpanId::of))));
    }

    /** Answers how it stands then. */
    @DELETE
    @Path("{span}")
    public SpanDocument cancel(
            @PathParam("tenant") String tenant, @PathParam("span") String id, @Context HttpServletRequest http) {
        return visits.as(http, tenant, visit -> {
            SpanId span = InPath.id(id, SpanId::of);
            request.cancel(visit.viewer(), span);
            return shown.document(visit.viewer(), spans.get(visit.viewer(), span));
        });
    }
}
