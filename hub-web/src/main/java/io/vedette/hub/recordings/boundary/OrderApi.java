package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.OrderRecording;
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
import java.time.Instant;

/** The order to record a camera for a while, for programs. */
@Path("/api/v1/t/{tenant}/cameras/{camera}/order")
@Produces(MediaType.APPLICATION_JSON)
public class OrderApi {
    private final Visits visits;
    private final OrderRecording order;

    @Inject
    OrderApi(Visits visits, OrderRecording order) {
        this.visits = visits;
        this.order = order;
    }

    /** @param until when the recording ends if nobody orders anew */
    public record OrderDocument(Instant until) {}

    /** Takes the place of an earlier order. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public OrderDocument begin(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String id,
            OrderWish wish,
            @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> new OrderDocument(
                        until(order.begin(visit.viewer(), InPath.id(id, CameraId::of), wish.length()))));
    }

    @DELETE
    public Response end(
            @PathParam("tenant") String tenant, @PathParam("camera") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            until(order.end(visit.viewer(), InPath.id(id, CameraId::of)));
            return Response.noContent().build();
        });
    }

    private static Instant until(OrderRecording.Outcome outcome) {
        return switch (outcome) {
            case OrderRecording.Outcome.Sent sent -> sent.until();
            case OrderRecording.Outcome.AgentAway away -> throw new Refusal(Problem.AGENT_OFFLINE);
        };
    }
}
