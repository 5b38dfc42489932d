package io.vedette.hub.fleet;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.PostalAddress;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sites, for those who arrange: what a site is called, where it is, in which zone its days are, and its groups as a tree. */
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
            return read(form)
                    .map(wish -> sites.add(visit.viewer(), SiteId.fresh(), wish.name(), wish.zone(), wish.address()))
                    .map(site -> Redirect.to(visit.at("/sites/" + site.id())))
                    .orElseGet(() -> Page.again(newSite(request, visit, form)));
        });
    }

    @GET
    @Path("/{site}")
    @Consumes(MediaType.WILDCARD)
    public View show(
            @PathParam("tenant") String tenant, @PathParam("site") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Site site = sites.get(visit.viewer(), InPath.id(id, SiteId::of));
            visit.must(Permission.ARRANGE);
            return view(request, visit, site, of(site));
        });
    }

    @POST
    @Path("/{site}")
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("site") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Site site = sites.get(visit.viewer(), InPath.id(id, SiteId::of));
            visit.must(Permission.ARRANGE);
            FormInput form = FormInput.of(fields);
            Optional<Wish> wish = read(form);
            if (wish.isEmpty()) {
                return Page.again(view(request, visit, site, form));
            }
            sites.change(
                    visit.viewer(),
                    site.id(),
                    Integer.parseInt(form.text("version")),
                    wish.get().name(),
                    wish.get().zone(),
                    wish.get().address());
            return Redirect.to(visit.at("/sites/" + site.id()));
        });
    }

    private record Wish(Name name, ZoneId zone, PostalAddress address) {}

    /** Empty when something in the form is wrong, which is noted there. */
    private static Optional<Wish> read(FormInput form) {
        Optional<Name> name = form.read("site", Name::new, "form.name.wrong");
        Optional<ZoneId> zone = form.read("zone", Zones::read, "form.zone.wrong");
        Optional<PostalAddress> address = form.read("address", PostalAddress::new, "form.address.wrong");
        return name.isEmpty() || zone.isEmpty() || address.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wish(name.get(), zone.get(), address.get()));
    }

    private static FormInput of(Site site) {
        return FormInput.empty()
                .preset("site", site.name())
                .preset("zone", site.zone().getId())
                .preset("address", site.address())
                .preset("version", String.valueOf(site.version()));
    }

    private static View newSite(HttpServletRequest request, Visit visit, FormInput form) {
        return Frame.view(request, visit, "cameras", "fleet/new-site", Map.of("form", form, "zones", Zones.choice()));
    }

    private View view(HttpServletRequest request, Visit visit, Site site, FormInput form) {
        List<CameraGroup> groups = sites.groupsOf(visit.viewer(), site.id());
        return Frame.view(
                request,
                visit,
                "cameras",
                "fleet/site",
                Map.of(
                        "form",
                        form,
                        "id",
                        site.id().toString(),
                        "name",
                        site.name(),
                        "zone",
                        site.zone().getId(),
                        "address",
                        site.address(),
                        "zones",
                        Zones.choice(site.zone()),
                        "groups",
                        GroupTree.of(groups).nodes(sites.camerasByGroup(visit.viewer(), site.id()))));
    }
}
