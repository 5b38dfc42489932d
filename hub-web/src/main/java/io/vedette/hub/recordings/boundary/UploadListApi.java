package io.vedette.hub.recordings.boundary;

import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.recordings.control.UploadProgress;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All uploads for programs, the latest request first. */
@Path("/api/v1/t/{tenant}/uploads")
@Produces(MediaType.APPLICATION_JSON)
public class UploadListApi {
    private final Visits visits;
    private final Uploads uploads;
    private final UploadShown shown;

    @Inject
    UploadListApi(Visits visits, Uploads uploads, UploadShown shown) {
        this.visits = visits;
        this.uploads = uploads;
        this.shown = shown;
    }

    /** @param next address of the next page; absent at the end */
    public record UploadList(
            List<UploadDocument> uploads, @Nullable String next) {}

    @GET
    public UploadList list(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServletRequest http) {
        return visits.as(http, tenant, visit -> {
            var ask = PageAsk.of("uploads", limit, cursor);
            var page = ask.slice(
                    uploads.page(visit.viewer(), ask),
                    upload -> upload.requestedAt().toString(),
                    upload -> upload.id().value(),
                    "/api/v1" + visit.at("/uploads"),
                    Map.of());
            return new UploadList(
                    page.map((Upload upload) ->
                            shown.document(visit.viewer().tenant(), UploadProgress.of(upload), Languages.of(http))),
                    page.next());
        });
    }
}
