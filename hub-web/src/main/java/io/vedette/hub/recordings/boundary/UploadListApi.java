package io.vedette.hub.recordings.boundary;

import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.boundary.SpanDocument.NewSpan;
import io.vedette.hub.recordings.control.RequestSpan;
import io.vedette.hub.recordings.control.UploadProgress;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
    private final RequestSpan request;
    private final SpanShown spans;

    @Inject
    UploadListApi(Visits visits, Uploads uploads, UploadShown shown, RequestSpan request, SpanShown spans) {
        this.visits = visits;
        this.uploads = uploads;
        this.shown = shown;
        this.request = request;
        this.spans = spans;
    }

    /** @param next address of the next page; absent at the end */
    public record UploadList(
            List<UploadDocument> uploads, @Nullable String next) {}

    /** Asks for a time over several cameras: 202, or 200 when the same request asked before. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@PathParam("tenant") String tenant, NewSpan wish, @Context HttpServletRequest http) {
        return visits.as(http, tenant, visit -> switch (request.by(visit.viewer(), wish.wish())) {
            case RequestSpan.Outcome.Asked asked ->
                Response.status(asked.again() ? Response.Status.OK : Response.Status.ACCEPTED)
                        .entity(spans.document(visit.viewer(), asked.span()))
                        .header(
                                "Location",
                                "/api/v1" + visit.at("/spans/" + asked.span().id()))
                        .build();
            case RequestSpan.Outcome.OtherWish other -> throw new Refusal(Problem.CONFLICT);
            case RequestSpan.Outcome.TooMany many -> throw new Refusal(Problem.UNUSABLE);
            case RequestSpan.Outcome.TooLate late -> throw new Refusal(Problem.UNUSABLE);
        });
    }

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
