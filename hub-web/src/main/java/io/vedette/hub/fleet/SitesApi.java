package io.vedette.hub.fleet;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Badge;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.PostalAddress;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.IfMatch;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.tenancy.Name;
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
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    public SiteDocument.SiteList sites(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var ask = PageAsk.of("sites", limit, cursor);
            var page = ask.slice(
                    sites.page(visit.viewer(), ask),
                    one -> one.name(),
                    one -> one.id().value(),
                    "/api/v1" + visit.at("/sites"),
                    Map.of());
            return new SiteDocument.SiteList(page.map(SiteDocument::of), page.next());
        });
    }

    @POST
    @Path("/sites")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addSite(
            @PathParam("tenant") String tenant, SiteDocument.NewSite wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var site = sites.add(
                    visit.viewer(),
                    SiteId.fresh(),
                    new Name(wish.name()),
                    zone(wish.timeZone()),
                    new PostalAddress(Optional.ofNullable(wish.address()).orElse("")));
            return answer(
                    Response.created(URI.create("/api/v1" + visit.at("/sites/" + site.id()))), SiteDocument.of(site));
        });
    }

    @GET
    @Path("/sites/{site}")
    public Response site(
            @PathParam("tenant") String tenant, @PathParam("site") String id, @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> answer(Response.ok(), SiteDocument.of(sites.get(visit.viewer(), InPath.id(id, SiteId::of)))));
    }

    @PATCH
    @Path("/sites/{site}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response changeSite(
            @PathParam("tenant") String tenant,
            @PathParam("site") String id,
            @HeaderParam("If-Match") @Nullable String match,
            SiteDocument.SiteChange wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Site site = sites.get(visit.viewer(), InPath.id(id, SiteId::of));
            visit.must(Permission.ARRANGE);
            IfMatch.demand(match, site.version());
            Name name = new Name(wish.name().orElse(site.name()));
            ZoneId zone = wish.timeZone().map(SitesApi::zone).orElse(site.zone());
            var address = new PostalAddress(wish.address().orElse(site.address()));
            return answer(
                    Response.ok(),
                    SiteDocument.of(sites.change(visit.viewer(), site.id(), site.version(), name, zone, address)));
        });
    }

    @GET
    @Path("/groups")
    public GroupDocument.GroupList groups(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var ask = PageAsk.of("groups", limit, cursor);
            var page = ask.slice(
                    sites.groupPage(visit.viewer(), ask),
                    one -> one.name(),
                    one -> one.id().value(),
                    "/api/v1" + visit.at("/groups"),
                    Map.of());
            return new GroupDocument.GroupList(page.map(GroupDocument::of), page.next());
        });
    }

    @POST
    @Path("/groups")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response addGroup(
            @PathParam("tenant") String tenant, GroupDocument.NewGroup wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var group = sites.addGroup(
                    visit.viewer(),
                    GroupId.fresh(),
                    SiteId.of(wish.site()),
                    wish.place(),
                    new Name(wish.name()),
                    new Badge(Optional.ofNullable(wish.badge()).orElse("")));
            return answer(
                    Response.created(URI.create("/api/v1" + visit.at("/groups/" + group.id()))),
                    GroupDocument.of(group));
        });
    }

    @GET
    @Path("/groups/{group}")
    public Response group(
            @PathParam("tenant") String tenant, @PathParam("group") String id, @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> answer(
                        Response.ok(), GroupDocument.of(sites.group(visit.viewer(), InPath.id(id, GroupId::of)))));
    }

    @PATCH
    @Path("/groups/{group}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response changeGroup(
            @PathParam("tenant") String tenant,
            @PathParam("group") String id,
            @HeaderParam("If-Match") @Nullable String match,
            GroupDocument.GroupChange wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var group = sites.group(visit.viewer(), InPath.id(id, GroupId::of));
            visit.must(Permission.ARRANGE);
            IfMatch.demand(match, group.version());
            return answer(
                    Response.ok(),
                    GroupDocument.of(sites.changeGroup(
                            visit.viewer(),
                            group.id(),
                            group.version(),
                            new Name(wish.name(group.name())),
                            new Badge(wish.badge(group.badge())),
                            wish.above(group.above()))));
        });
    }

    private static Response answer(Response.ResponseBuilder builder, SiteDocument site) {
        return builder.entity(site).header("ETag", IfMatch.tag(site.version())).build();
    }

    private static Response answer(Response.ResponseBuilder builder, GroupDocument group) {
        return builder.entity(group)
                .header("ETag", IfMatch.tag(group.version()))
                .build();
    }

    private static ZoneId zone(String name) {
        try {
            return Zones.read(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
