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

/** Taking away for programs: first what goes is read, then exactly that is taken away. */
@Path("/api/v1/t/{tenant}")
@Produces(MediaType.APPLICATION_JSON)
public class RemovalApi {
    private final RemovalAnswers answers;

    @Inject
    RemovalApi(RemovalAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Path("/sites/{site}/removal")
    public Response ofSite(
            @PathParam("tenant") String tenant, @PathParam("site") String id, @Context HttpServletRequest request) {
        return answers.count(request, tenant, RemovalAnswers.site(id));
    }

    @DELETE
    @Path("/sites/{site}")
    public Response removeSite(
            @PathParam("tenant") String tenant,
            @PathParam("site") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Context HttpServletRequest request) {
        return answers.remove(request, tenant, RemovalAnswers.site(id), match);
    }

    @GET
    @Path("/groups/{group}/removal")
    public Response ofGroup(
            @PathParam("tenant") String tenant, @PathParam("group") String id, @Context HttpServletRequest request) {
        return answers.count(request, tenant, RemovalAnswers.group(id));
    }

    @DELETE
    @Path("/groups/{group}")
    public Response removeGroup(
            @PathParam("tenant") String tenant,
            @PathParam("group") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Context HttpServletRequest request) {
        return answers.remove(request, tenant, RemovalAnswers.group(id), match);
    }

    @GET
    @Path("/tags/{tag}/removal")
    public Response ofTag(
            @PathParam("tenant") String tenant, @PathParam("tag") String word, @Context HttpServletRequest request) {
        return answers.count(request, tenant, RemovalAnswers.tag(word));
    }

    @DELETE
    @Path("/tags/{tag}")
    public Response removeTag(
            @PathParam("tenant") String tenant,
            @PathParam("tag") String word,
            @HeaderParam("If-Match") @Nullable String match,
            @Context HttpServletRequest request) {
        return answers.remove(request, tenant, RemovalAnswers.tag(word), match);
    }
}
