package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.UploadId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.recordings.control.CancelUpload;
import io.vedette.hub.recordings.control.RequestUpload;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** One upload for pages: watching it and calling it off. */
@Path("/t/{tenant}/uploads/{upload}")
public class UploadsResource {
    private final Visits visits;
    private final CancelUpload cancel;
    private final RequestUpload request;
    private final UploadStream stream;

    @Inject
    UploadsResource(Visits visits, CancelUpload cancel, RequestUpload request, UploadStream stream) {
        this.visits = visits;
        this.cancel = cancel;
        this.request = request;
        this.stream = stream;
    }

    @POST
    @Path("cancel")
    @Produces(MediaType.TEXT_HTML)
    public Response cancel(
            @PathParam("tenant") String tenant, @PathParam("upload") String id, @Context HttpServletRequest http) {
        return visits.as(
                http,
                tenant,
                visit -> Redirect.to(visit.at("/recordings/"
                        + cancel.by(visit.viewer(), InPath.id(id, UploadId::of)).recording())));
    }

    @POST
    @Path("first")
    @Produces(MediaType.TEXT_HTML)
    public Response first(
            @PathParam("tenant") String tenant, @PathParam("upload") String id, @Context HttpServletRequest http) {
        return visits.as(http, tenant, visit -> {
            var first = request.first(visit.viewer(), InPath.id(id, UploadId::of));
            return Redirect.to(visit.at("/recordings/" + first.recording()));
        });
    }

    @GET
    @Path("news")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void news(
            @PathParam("tenant") String tenant,
            @PathParam("upload") String id,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletRequest http) {
        stream.watch(tenant, InPath.id(id, UploadId::of), sink, sse, http);
    }
}
