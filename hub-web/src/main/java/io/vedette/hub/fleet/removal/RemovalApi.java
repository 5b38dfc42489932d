package io.vedette.hub.fleet.removal;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.IfMatch;
import io.vedette.hub.platform.web.InPath;
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
    private final Visits visits;
    private final TakeAway taking;

    @Inject
    RemovalApi(Visits visits, TakeAway taking) {
        this.visits = visits;
        this.taking = taking;
    }

    @GET
    @Path("/sites/{site}/removal")
    public Response ofSite(
            @PathParam("tenant") String tenant, @PathParam("site") String id, @Context HttpServletRequest request) {
        return count(request, tenant, site(id));
    }

    @DELETE
    @Path("/sites/{site}")
    public Response removeSite(
            @PathParam("tenant") String tenant,
            @PathParam("site") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Context HttpServletRequest request) {
        return remove(request, tenant, site(id), match);
    }

    @GET
    @Path("/groups/{group}/removal")
    public Response ofGroup(
            @PathParam("tenant") String tenant, @PathParam("group") String id, @Context HttpServletRequest request) {
        return count(request, tenant, group(id));
    }

    @DELETE
    @Path("/groups/{group}")
    public Response removeGroup(
            @PathParam("tenant") String tenant,
            @PathParam("group") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Context HttpServletRequest request) {
        return remove(request, tenant, group(id), match);
    }

    @GET
    @Path("/cameras/{camera}/removal")
    public Response ofCamera(
            @PathParam("tenant") String tenant, @PathParam("camera") String id, @Context HttpServletRequest request) {
        return count(request, tenant, camera(id));
    }

    @DELETE
    @Path("/cameras/{camera}")
    public Response removeCamera(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String id,
            @HeaderParam("If-Match") @Nullable String match,
            @Context HttpServletRequest request) {
        return remove(request, tenant, camera(id), match);
    }

    @GET
    @Path("/tags/{tag}/removal")
    public Response ofTag(
            @PathParam("tenant") String tenant, @PathParam("tag") String word, @Context HttpServletRequest request) {
        return count(request, tenant, tag(word));
    }

    @DELETE
    @Path("/tags/{tag}")
    public Response removeTag(
            @PathParam("tenant") String tenant,
            @PathParam("tag") String word,
            @HeaderParam("If-Match") @Nullable String match,
            @Context HttpServletRequest request) {
        return remove(request, tenant, tag(word), match);
    }

    static Selector site(String id) {
        return new Selector.WholeSite(InPath.id(id, SiteId::of));
    }

    static Selector group(String id) {
        return new Selector.WholeGroup(InPath.id(id, GroupId::of));
    }

    static Selector camera(String id) {
        return new Selector.OneCamera(InPath.id(id, CameraId::of));
    }

    static Selector tag(String word) {
        return new Selector.Tagged(InPath.id(word, Tag::new));
    }

    private Response count(HttpServletRequest request, String tenant, Selector it) {
        return visits.as(request, tenant, visit -> {
            Toll toll = taking.count(visit.viewer(), it);
            return Response.ok(RemovalDocument.of(toll))
                    .header("ETag", IfMatch.tag(toll.state()))
                    .build();
        });
    }

    private Response remove(HttpServletRequest request, String tenant, Selector it, @Nullable String match) {
        return visits.as(request, tenant, visit -> {
            Toll now = taking.count(visit.viewer(), it);
            IfMatch.exactly(match, now.state());
            taking.now(visit.viewer(), it, now.state());
            return Response.noContent().build();
        });
    }
}
