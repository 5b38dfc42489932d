package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.platform.web.InPath;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** The tags of one camera, for programs. */
@Path("/api/v1/t/{tenant}/cameras")
@Produces(MediaType.APPLICATION_JSON)
public class CameraTagsApi {
    private final Visits visits;
    private final Cameras cameras;
    private final Tags tags;

    @Inject
    CameraTagsApi(Visits visits, Cameras cameras, Tags tags) {
        this.visits = visits;
        this.cameras = cameras;
        this.tags = tags;
    }

    @GET
    @Path("/{camera}/tags")
    public TagsDocument ofCamera(
            @PathParam("tenant") String tenant, @PathParam("camera") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraId camera =
                    cameras.get(visit.viewer(), InPath.id(id, CameraId::of)).id();
            return TagsDocument.of(tags.of(visit.viewer(), camera));
        });
    }

    /** Puts these in the place of those it has. */
    @PUT
    @Path("/{camera}/tags")
    @Consumes(MediaType.APPLICATION_JSON)
    public TagsDocument put(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String id,
            TagsDocument wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraId camera =
                    cameras.get(visit.viewer(), InPath.id(id, CameraId::of)).id();
            tags.put(visit.viewer(), camera, wish.read());
            return TagsDocument.of(tags.of(visit.viewer(), camera));
        });
    }
}
