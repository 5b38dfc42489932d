package io.vedette.hub.fleet;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.agents.AgentCare;
import io.vedette.hub.platform.web.InPath;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What is decided about the agent of a camera, for programs. Each decision names the agent that was looked at. */
@Path("/api/v1/t/{tenant}/cameras/{camera}/agent")
@Produces(MediaType.APPLICATION_JSON)
public class AgentApi {
    private final Visits visits;
    private final AgentCare care;

    @Inject
    AgentApi(Visits visits, AgentCare care) {
        this.visits = visits;
        this.care = care;
    }

    @DELETE
    public Response revoke(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String camera,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            care.revoke(visit.viewer(), InPath.id(camera, CameraId::of));
            return Response.noContent().build();
        });
    }

    @POST
    @Path("/{agent}/confirmation")
    public Response confirm(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String camera,
            @PathParam("agent") String agent,
            @Context HttpServletRequest request) {
        return decide(request, tenant, camera, agent, care::confirm);
    }

    @POST
    @Path("/{agent}/acceptance")
    public Response accept(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String camera,
            @PathParam("agent") String agent,
            @Context HttpServletRequest request) {
        return decide(request, tenant, camera, agent, care::accept);
    }

    @POST
    @Path("/{agent}/renewal")
    public Response renew(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String camera,
            @PathParam("agent") String agent,
            @Context HttpServletRequest request) {
        return decide(request, tenant, camera, agent, care::renew);
    }

    private Response decide(
            HttpServletRequest request, String tenant, String camera, String agent, AgentForms.Decision decision) {
        return visits.as(request, tenant, visit -> {
            decision.about(visit.viewer(), InPath.id(camera, CameraId::of), InPath.id(agent, AgentId::of));
            return Response.noContent().build();
        });
    }
}
