package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.OrderRecording;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The buttons of a camera's page that have it recorded for a while. */
@Path("/t/{tenant}/cameras/{camera}/order")
public class OrderForms {
    private final Visits visits;
    private final OrderRecording order;

    @Inject
    OrderForms(Visits visits, OrderRecording order) {
        this.visits = visits;
        this.order = order;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraId camera = InPath.id(id, CameraId::of);
            return back(visit, camera, order.begin(visit.viewer(), camera, length(fields.getFirst("minutes"))));
        });
    }

    @POST
    @Path("/end")
    public Response end(
            @PathParam("tenant") String tenant, @PathParam("camera") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraId camera = InPath.id(id, CameraId::of);
            return back(visit, camera, order.end(visit.viewer(), camera));
        });
    }

    /** Of a list of lengths: another one did not come from our page. */
    private static Duration length(@Nullable String minutes) {
        try {
            return new OrderWish(Integer.parseInt(minutes)).length();
        } catch (IllegalArgumentException e) {
            throw new Refusal(Problem.INVALID);
        }
    }

    private static Response back(Visit visit, CameraId camera, OrderRecording.Outcome outcome) {
        return switch (outcome) {
            case OrderRecording.Outcome.Sent sent -> Redirect.to(visit.at("/cameras/" + camera));
            case OrderRecording.Outcome.AgentAway away -> throw new Refusal(Problem.AGENT_OFFLINE);
        };
    }
}
