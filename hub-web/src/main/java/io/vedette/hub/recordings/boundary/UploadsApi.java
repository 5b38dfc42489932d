package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.UploadId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.recordings.control.CancelUpload;
import io.vedette.hub.recordings.control.RequestUpload;
import io.vedette.hub.recordings.control.UploadProgress;
import io.vedette.hub.recordings.entity.Uploads;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** One upload for programs: how it stands, and calling it off. */
@Path("/api/v1/t/{tenant}/uploads/{upload}")
@Produces(MediaType.APPLICATION_JSON)
public class UploadsApi {
    private final Visits visits;
    private final Uploads uploads;
    private final CancelUpload cancel;
    private final RequestUpload request;
    private final UploadShown shown;
    private final UploadStream stream;

    @Inject
    UploadsApi(
            Visits visits,
            Uploads uploads,
            CancelUpload cancel,
            RequestUpload request,
            UploadShown shown,
            UploadStream stream) {
        this.visits = visits;
        this.uploads = uploads;
        this.cancel = cancel;
        this.request = request;
        this.shown = shown;
        this.stream = stream;
    }

    @GET
    public UploadDocument get(
            @PathParam("tenant") String tenant, @PathParam("upload") String id, @Context HttpServletRequest http) {
        return visits.as(
                http,
                tenant,
                visit -> shown.document(
                        visit.viewer().tenant(),
                        UploadProgress.of(uploads.get(visit.viewer(), InPath.id(id, UploadId::of))),
                        Languages.of(http)));
    }

    /** Answers how it stands then: what was over before stays as it ended. */
    @DELETE
    public UploadDocument cancel(
            @PathParam("tenant") String tenant, @PathParam("upload") String id, @Context HttpServletRequest http) {
        return visits.as(
                http,
                tenant,
                visit -> shown.document(
                        visit.viewer().tenant(),
                        cancel.by(visit.viewer(), InPath.id(id, UploadId::of)),
                        Languages.of(http)));
    }

    /** Has it sent before all others of its agent; answers how it stands then. */
    @POST
    @Path("first")
    public UploadDocument first(
            @PathParam("tenant") String tenant, @PathParam("upload") String id, @Context HttpServletRequest http) {
        return visits.as(
                http,
                tenant,
                visit -> shown.document(
                        visit.viewer().tenant(),
                        request.first(visit.viewer(), InPath.id(id, UploadId::of)),
                        Languages.of(http)));
    }

    /** As events, until it is over. */
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
