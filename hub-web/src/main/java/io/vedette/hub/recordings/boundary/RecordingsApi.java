package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.UploadPriority;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.RequestUpload;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.SpanWish;
import io.vedette.hub.recordings.entity.UploadWish;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Recordings for programs. */
@Path("/api/v1/t/{tenant}/recordings")
@Produces(MediaType.APPLICATION_JSON)
public class RecordingsApi {
    private static final Duration WITHOUT_FROM = Duration.ofDays(1);

    private final Visits visits;
    private final Recordings recordings;
    private final VisibleCameras visible;
    private final RequestUpload request;
    private final UploadShown uploads;
    private final SeenInRecordings seen;
    private final java.time.Clock clock;

    @Inject
    RecordingsApi(
            Visits visits,
            Recordings recordings,
            VisibleCameras visible,
            RequestUpload request,
            UploadShown uploads,
            SeenInRecordings seen,
            java.time.Clock clock) {
        this.visits = visits;
        this.recordings = recordings;
        this.visible = visible;
        this.request = request;
        this.uploads = uploads;
        this.seen = seen;
        this.clock = clock;
    }

    /** Those of one camera that began in a time, oldest first; without times, the last day. */
    @GET
    public RecordingList list(
            @PathParam("tenant") String tenant,
            @QueryParam("camera") @Nullable String camera,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServletRequest http) {
        Instant until = to == null ? clock.instant().plus(Duration.ofDays(1)) : Asked.instant("to", to);
        Instant since = from == null ? clock.instant().minus(WITHOUT_FROM) : Asked.instant("from", from);
        return visits.as(http, tenant, visit -> {
            if (camera == null) {
                throw new Refusal(Problem.INVALID);
            }
            CameraId id = InPath.id(camera, CameraId::of);
            var ask = PageAsk.of("recordings of " + id, limit, cursor);
            var page = ask.slice(
                    recordings.page(visit.viewer(), id, since, until, ask),
                    one -> one.startedAt().toString(),
                    one -> one.id().value(),
                    "/api/v1" + visit.at("/recordings"),
                    new TreeMap<>(Map.of("camera", camera, "from", since.toString(), "to", until.toString())));
            var latest = uploads.latest(visit.viewer(), page.entries(), Languages.of(http));
            var labels = seen.labels(visit.viewer(), page.entries());
            return new RecordingList(
                    page.map(one -> RecordingDocument.of(
                            tenant, one, labels.getOrDefault(one.id(), List.of()), latest.get(one.id()))),
                    page.next());
        });
    }

    @GET
    @Path("{recording}")
    public RecordingDocument get(
            @PathParam("tenant") String tenant, @PathParam("recording") String id, @Context HttpServletRequest http) {
        return visits.as(http, tenant, visit -> document(visit, InPath.id(id, RecordingId::of), Languages.of(http)));
    }

    /** Asks the edge for it: 202 and the upload, or 200 and the recording when it is here already, or 204 if it may not be replayed. */
    @POST
    @Path("{recording}/upload")
    public Response request(
            @PathParam("tenant") String tenant,
            @PathParam("recording") String id,
            @QueryParam("priority") @Nullable String priority,
            @QueryParam("deadline") @Nullable String deadline,
            @Context HttpServletRequest http) {
        Locale language = Languages.of(http);
        var wish = new UploadWish(
                Asked.given(priority)
                        .map(text -> Asked.choice("priority", text, SpanWish.PRIORITIES, UploadPriority::name))
                        .orElse(UploadPriority.WANTED),
                Asked.given(deadline).map(text -> Asked.instant("deadline", text)),
                Optional.empty());
        return visits.as(http, tenant, visit -> {
            RecordingId recording = InPath.id(id, RecordingId::of);
            return switch (request.by(visit.viewer(), recording, wish)) {
                case RequestUpload.Outcome.UnderWay asked ->
                    Response.accepted(uploads.document(visit.viewer().tenant(), asked.upload(), language))
                            .header(
                                    "Location",
                                    "/api/v1/t/" + tenant + "/uploads/"
                                            + asked.upload().upload())
                            .build();
                case RequestUpload.Outcome.AlreadyHere here ->
                    visible.allows(visit.viewer(), here.camera(), Action.REPLAY)
                            ? Response.ok(document(visit, recording, language)).build()
                            : Response.noContent().build();
                case RequestUpload.Outcome.Gone gone -> throw new Refusal(Problem.GONE);
                case RequestUpload.Outcome.OutOfReach away -> throw new Refusal(Problem.GONE);
            };
        });
    }

    private RecordingDocument document(Visit visit, RecordingId id, Locale language) {
        Recording recording = recordings.get(visit.viewer(), id, Action.REPLAY);
        return RecordingDocument.of(
                visit.slug(),
                recording,
                seen.labels(visit.viewer(), recording),
                uploads.latest(visit.viewer(), recording, language).orElse(null));
    }
}
