package io.vedette.hub.fleet;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.agents.AgentCare;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Redirect;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The buttons of a camera's page that decide about its agent. */
@Path("/t/{tenant}/cameras/{camera}/agent/{agent}")
public class AgentForms {
    private final Visits visits;
    private final AgentCare care;

    @Inject
    AgentForms(Visits visits, AgentCare care) {
        this.visits = visits;
        this.care = care;
    }

    @POST
    @Path("/revoke")
    public Response revoke(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String camera,
            @PathParam("agent") String agent,
            @Context HttpServletRequest request) {
        return decide(request, tenant, camera, agent, care::revoke);
    }

    @POST
    @Path("/confirm")
    public Response confirm(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String camera,
            @PathParam("agent") String agent,
            @Context HttpServletRequest request) {
        return decide(request, tenant, camera, agent, care::confirm);
    }

    @POST
    @Path("/accept")
    public Response accept(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String camera,
            @PathParam("agent") String agent,
            @Context HttpServletRequest request) {
        return decide(request, tenant, camera, agent, care::accept);
    }

    @POST
    @Path("/renew")
    public Response renew(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String camera,
            @PathParam("agent") String agent,
            @Context HttpServletRequest request) {
        return decide(request, tenant, camera, agent, care::renew);
    }

    interface Decision {
        void about(Viewer viewer, CameraId camera, AgentId agent);
    }

    private Response decide(HttpServletRequest request, String tenant, String camera, String agent, Decision decision) {
        return visits.as(request, tenant, visit -> {
            CameraId of = InPath.id(camera, CameraId::of);
            decision.about(visit.viewer(), of, InPath.id(agent, AgentId::of));
            return Redirect.to(visit.at("/cameras/" + of));
        });
    }
}
