package io.vedette.hub.fleet.removal;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** As {@link RemovalApi}, of cameras. */
@Path("/api/v1/t/{tenant}/cameras")
@Produces(MediaType.APPLICATION_JSON)
public class CameraRemovalApi {
    private final RemovalAnswers answers;

    @Inject
    CameraRemovalApi(RemovalAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Path("/{camera}/removal")
    public Response ofCamera(
            @PathParam("tenant") String tenant, @PathParam("camera") String id, @Context HttpServletRequest request) {
        return answers.count(request, tenant, RemovalAnswers.camera(id));
    }

    @DELETE
    @Path("/{camera}")
    public Response removeCamera(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Context HttpServletRequest request) {
        return answers.remove(request, tenant, RemovalAnswers.camera(id), match);
    }
}
