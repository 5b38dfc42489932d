package io.vedette.hub.fleet;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.tenancy.Name;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/** Sites and their groups, for those who arrange. */
@Path("/t/{tenant}/sites")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SitePages {
    private final Visits visits;
    private final Sites sites;

    @Inject
    SitePages(Visits visits, Sites sites) {
        this.visits = visits;
        this.sites = sites;
    }

    @GET
    @Path("/new")
    @Consumes(MediaType.WILDCARD)
    public View form(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.ARRANGE);
            return newSite(request, visit, FormInput.empty());
        });
    }

    @POST
    @Path("/new")
    public Response add(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.ARRANGE);
            FormInput form = FormInput.of(fields);
            Optional<Name> name = form.read("site", Name::new, "form.name.wrong");
            var zone = form.read("zone", Zones::read, "form.zone.wrong");
            if (name.isEmpty() || zone.isEmpty()) {
                return Page.again(newSite(request, visit, form));
            }
            Site site = sites.add(visit.viewer(), SiteId.fresh(), name.get(), zone.get());
            return Redirect.to(visit.at("/sites/" + site.id()));
        });
    }

    @GET
    @Path("/{site}")
    @Consumes(MediaType.WILDCARD)
    public View show(
            @PathParam("tenant") String tenant, @PathParam("site") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.ARRANGE);
            return site(request, visit, InPath.id(id, SiteId::of), FormInput.empty());
        });
    }

    @POST
    @Path("/{site}")
    public Response rename(
            @PathParam("tenant") String tenant,
            @PathParam("site") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            SiteId site = InPath.id(id, SiteId::of);
            FormInput form = FormInput.of(fields);
            return done(
                    request,
                    visit,
                    site,
                    form,
                    form.read("site", Name::new, "form.name.wrong").map(name -> {
                        sites.rename(visit.viewer(), site, name);
                        return name;
                    }));
        });
    }

    @POST
    @Path("/{site}/groups")
    public Response addGroup(
            @PathParam("tenant") String tenant,
            @PathParam("site") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            SiteId site = InPath.id(id, SiteId::of);
            FormInput form = FormInput.of(fields);
            return done(
                    request,
                    visit,
                    site,
                    form,
                    form.read("group", Name::new, "form.name.wrong").map(name -> {
                        sites.addGroup(visit.viewer(), GroupId.fresh(), site, name);
                        return name;
                    }));
        });
    }

    /** Each group's field has a name of its own, so that an error stands at the right one. */
    @POST
    @Path("/{site}/groups/{group}")
    public Response renameGroup(
            @PathParam("tenant") String tenant,
            @PathParam("site") String id,
            @PathParam("group") String groupId,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            SiteId site = InPath.id(id, SiteId::of);
            GroupId group = InPath.id(groupId, GroupId::of);
            FormInput form = FormInput.of(fields);
            return done(
                    request,
                    visit,
                    site,
                    form,
                    form.read("group-" + group, Name::new, "form.name.wrong").map(name -> {
                        sites.renameGroup(visit.viewer(), group, name);
                        return name;
                    }));
        });
    }

    private Response done(
            HttpServletRequest request, Visit visit, SiteId site, FormInput form, Optional<Name> changed) {
        visit.must(Permission.ARRANGE);
        return changed.isPresent()
                ? Redirect.to(visit.at("/sites/" + site))
                : Page.again(site(request, visit, site, form));
    }

    private static View newSite(HttpServletRequest request, Visit visit, FormInput form) {
        return Frame.view(request, visit, "cameras", "fleet/new-site", Map.of("form", form, "zones", Zones.choice()));
    }

    /** What was typed stays; fields nobody touched show what is. */
    private View site(HttpServletRequest request, Visit visit, SiteId id, FormInput form) {
        Site site = sites.get(visit.viewer(), id);
        var groups = sites.groups(visit.viewer()).stream()
                .filter(group -> group.site().equals(id))
                .map(CameraPage.GroupLine::of)
                .toList();
        groups.forEach(group -> presetUntouched(form, "group-" + group.id(), group.name()));
        presetUntouched(form, "site", site.name());
        return Frame.view(
                request,
                visit,
                "cameras",
                "fleet/site",
                Map.of(
                        "form",
                        form,
                        "id",
                        id.toString(),
                        "name",
                        site.name(),
                        "zone",
                        site.zone().getId(),
                        "groups",
                        groups));
    }

    private static void presetUntouched(FormInput form, String field, String value) {
        if (form.all(field).isEmpty()) {
            form.preset(field, value);
        }
    }
}
