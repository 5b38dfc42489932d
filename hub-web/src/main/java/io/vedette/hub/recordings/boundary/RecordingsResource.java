package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.recordings.control.RequestUpload;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of recordings, and asking the edge for one. */
@Path("/t/{tenant}/recordings")
@Produces(MediaType.TEXT_HTML)
public class RecordingsResource {
    private static final String SECTION = "recordings";

    private final Visits visits;
    private final DayPage days;
    private final RecordingPage pages;
    private final RequestUpload request;

    @Inject
    RecordingsResource(Visits visits, DayPage days, RecordingPage pages, RequestUpload request) {
        this.visits = visits;
        this.days = days;
        this.pages = pages;
        this.request = request;
    }

    /** A day of a camera; without them, the first camera and the last day it recorded. */
    @GET
    public View day(
            @PathParam("tenant") String tenant,
            @QueryParam("camera") @Nullable String camera,
            @QueryParam("day") @Nullable String day,
            @Context HttpServletRequest http) {
        return visits.as(
                http,
                tenant,
                visit -> days.of(
                                visit,
                                Asked.given(camera).map(text -> InPath.id(text, CameraId::of)),
                                Asked.given(day).map(text -> Asked.day("day", text)),
                                Languages.of(http))
                        .map(model -> Frame.view(http, visit, SECTION, "recordings/day", Map.of("day", model)))
                        .orElseGet(() -> Frame.view(http, visit, SECTION, "recordings/none", Map.of())));
    }

    @GET
    @Path("{recording}")
    public View recording(
            @PathParam("tenant") String tenant, @PathParam("recording") String id, @Context HttpServletRequest http) {
        return visits.as(
                http,
                tenant,
                visit -> Frame.view(
                        http,
                        visit,
                        SECTION,
                        "recordings/recording",
                        Map.of("page", pages.of(visit, InPath.id(id, RecordingId::of), Languages.of(http)))));
    }

    @POST
    @Path("{recording}/upload")
    public Response request(
            @PathParam("tenant") String tenant, @PathParam("recording") String id, @Context HttpServletRequest http) {
        return visits.as(http, tenant, visit -> switch (request.by(visit.viewer(), InPath.id(id, RecordingId::of))) {
            case RequestUpload.Outcome.UnderWay asked -> Redirect.to(visit.at("/recordings/" + id));
            case RequestUpload.Outcome.AlreadyHere here -> Redirect.to(visit.at("/recordings/" + id));
            case RequestUpload.Outcome.Gone gone -> throw new Refusal(Problem.GONE);
            case RequestUpload.Outcome.OutOfReach away -> throw new Refusal(Problem.GONE);
        });
    }
}
