package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.agents.PairingTokens;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.web.IfMatch;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.PageAsk;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cameras for programs. A change names the version it was decided on, so that two people never overwrite each other. */
@Path("/api/v1/t/{tenant}/cameras")
@Produces(MediaType.APPLICATION_JSON)
public class CamerasApi {
    private final Visits visits;
    private final Fleet fleet;
    private final Cameras cameras;
    private final PairingTokens tokens;
    private final Clock clock;

    @Inject
    CamerasApi(Visits visits, Fleet fleet, Cameras cameras, PairingTokens tokens, Clock clock) {
        this.visits = visits;
        this.fleet = fleet;
        this.cameras = cameras;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A pairing token: in this answer and nowhere else. */
    public record MadeTokenDocument(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "MadeTokenDocument[token=***, expiresAt=" + expiresAt + "]";
        }
    }

    @GET
    public CameraDocument.CameraList all(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var ask = PageAsk.of("cameras", limit, cursor);
            var page = ask.slice(
                    fleet.page(visit.viewer(), ask),
                    sight -> sight.camera().name(),
                    sight -> sight.camera().id().value(),
                    "/api/v1" + visit.at("/cameras"),
                    Map.of());
            return new CameraDocument.CameraList(
                    page.map(sight -> CameraDocument.of(sight, clock.instant())), page.next());
        });
    }

    @GET
    @Path("/{camera}")
    public Response one(
            @PathParam("tenant") String tenant, @PathParam("camera") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> answer(Response.ok(), visit.viewer(), InPath.id(id, CameraId::of)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("tenant") String tenant, CameraWish wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Camera camera = cameras.add(visit.viewer(), wish.site(), wish.group(), wish.name());
            return answer(
                    Response.status(Response.Status.CREATED)
                            .header("Location", "/api/v1" + visit.at("/cameras/" + camera.id())),
                    visit.viewer(),
                    camera.id());
        });
    }

    @PATCH
    @Path("/{camera}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String id,
            @HeaderParam("If-Match") @Nullable String match,
            CameraWish wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Camera camera = cameras.get(visit.viewer(), InPath.id(id, CameraId::of));
            visit.must(Permission.ARRANGE);
            IfMatch.demand(match, camera.version());
            SiteId site = wish.site(camera.site());
            boolean stays = site.equals(camera.site()); // a group belongs to its site
            cameras.change(
                    visit.viewer(),
                    camera.id(),
                    camera.version(),
                    wish.name(camera.name()),
                    site,
                    wish.group(stays ? camera.group() : Optional.empty()));
            return answer(Response.ok(), visit.viewer(), camera.id());
        });
    }

    @POST
    @Path("/{camera}/pairing-token")
    public Response pairingToken(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String id,
            @Nullable PairingWish wish,
            @Context HttpServletRequest request) {
        var terms = wish == null ? PairingTokens.Terms.USUAL : wish.terms();
        return visits.as(request, tenant, visit -> {
            var made = tokens.make(visit.viewer(), InPath.id(id, CameraId::of), terms);
            return Response.status(Response.Status.CREATED)
                    .entity(new MadeTokenDocument(made.token().reveal(), made.expiresAt()))
                    .build();
        });
    }

    private Response answer(Response.ResponseBuilder builder, Viewer viewer, CameraId id) {
        CameraDocument document = CameraDocument.of(fleet.get(viewer, id), clock.instant());
        return builder.entity(document)
                .header("ETag", IfMatch.tag(document.version()))
                .build();
    }
}
