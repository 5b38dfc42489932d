package io.vedette.hub.livestream;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.platform.security.LoginMechanism;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Tells programs where live pictures are, or why there are none, in HTTP's own words. */
@Path("/api/v1/t/{tenant}/cameras/{camera}/live")
@Produces(MediaType.APPLICATION_JSON)
public class LiveResource {
    private final OpenLiveView views;
    private final AgentLinks links;

    @Inject
    LiveResource(OpenLiveView views, AgentLinks links) {
        this.views = views;
        this.links = links;
    }

    /** @param socket path of the WebSocket, below the hub's address */
    public record LiveAddress(String socket) {}

    @POST
    public LiveAddress live(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String camera,
            @Context HttpServletRequest request) {
        Person person = LoginMechanism.person(request).orElseThrow(() -> new Refusal(Problem.SIGN_IN));
        CameraId id = InPath.id(camera, CameraId::of);
        boolean online = views.open(person, tenant, id)
                .agent()
                .filter(agent -> links.online(agent.agent()))
                .isPresent();
        if (!online) {
            throw new Refusal(Problem.AGENT_OFFLINE);
        }
        return new LiveAddress("/t/" + tenant + "/socket/live/" + id);
    }
}
