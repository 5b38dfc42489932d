package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.boundary.HoldDocument.NewHold;
import io.vedette.hub.recordings.control.HoldRecording;
import io.vedette.hub.recordings.entity.Hold;
import io.vedette.hub.recordings.entity.Recording;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The hold of one recording, for programs. */
@Path("/api/v1/t/{tenant}/recordings/{recording}/hold")
@Produces(MediaType.APPLICATION_JSON)
public class RecordingHoldApi {
    private final Visits visits;
    private final HoldRecording holds;

    @Inject
    RecordingHoldApi(Visits visits, HoldRecording holds) {
        this.visits = visits;
        this.holds = holds;
    }

    /** On one that is on hold the new reason takes the place of the old one. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public HoldDocument set(
            @PathParam("tenant") String tenant,
            @PathParam("recording") String id,
            NewHold wish,
            @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> HoldDocument.of(held(holds.set(
                        visit.viewer(),
                        visit.person().displayName(),
                        InPath.id(id, RecordingId::of),
                        new Hold.Reason(wish.reason())))));
    }

    @DELETE
    public Response release(
            @PathParam("tenant") String tenant,
            @PathParam("recording") String id,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var unused = holds.release(visit.viewer(), InPath.id(id, RecordingId::of));
            return Response.noContent().build();
        });
    }

    static Recording held(HoldRecording.Outcome outcome) {
        return switch (outcome) {
            case HoldRecording.Outcome.Held held -> held.recording();
            case HoldRecording.Outcome.Leaving leaving -> throw new Refusal(Problem.LEAVING);
            case HoldRecording.Outcome.NotInVault elsewhere -> throw new Refusal(Problem.NOT_IN_VAULT);
        };
    }
}
