package io.vedette.hub.fleet;

import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.Name;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Sites and groups for programs. */
@Path("/api/v1/t/{tenant}")
@Produces(MediaType.APPLICATION_JSON)
public class SitesApi {
    private final Visits visits;
    private final Sites sites;

    @Inject
    SitesApi(Visits visits, Sites sites) {
        this.visits = visits;
        this.sites = sites;
    }

    @GET
    @Path("/sites")
    public SiteDocument.SiteList sites(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> new SiteDocument.SiteList(
                        sites.all(visit.viewer()).stream().map(SiteDocument::of).toList()));
    }

    @POST
    @Path("/sites")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addSite(
            @PathParam("tenant") String tenant, SiteDocument.NewSite wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var site = sites.add(visit.viewer(), SiteId.fresh(), new Name(wish.name()), zone(wish.timeZone()));
            return Response.status(Response.Status.CREATED)
                    .entity(SiteDocument.of(site))
                    .build();
        });
    }

    @GET
    @Path("/groups")
    public GroupDocument.GroupList groups(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> new GroupDocument.GroupList(sites.groups(visit.viewer()).stream()
                        .map(GroupDocument::of)
                        .toList()));
    }

    @POST
    @Path("/groups")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addGroup(
            @PathParam("tenant") String tenant, GroupDocument.NewGroup wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var group = sites.addGroup(visit.viewer(), GroupId.fresh(), SiteId.of(wish.site()), new Name(wish.name()));
            return Response.status(Response.Status.CREATED)
                    .entity(GroupDocument.of(group))
                    .build();
        });
    }

    private static ZoneId zone(String name) {
        try {
            return Zones.read(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
