package io.vedette.hub.fleet;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Badge;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.fleet.ArrangeCameras.GroupWish;
import io.vedette.hub.fleet.ArrangeCameras.Outcome;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.tenancy.Name;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups of a site, for those who arrange: made, named, given a badge, and put into one another. */
@Path("/t/{tenant}/sites/{site}/groups")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class GroupPages {
    /** What is said is said of one camera or more. */
    private static final int MANY = 2;

    private final Visits visits;
    private final Sites sites;
    private final ArrangeCameras arranging;
    private final AgreePage agree;

    @Inject
    GroupPages(Visits visits, Sites sites, ArrangeCameras arranging, AgreePage agree) {
        this.visits = visits;
        this.sites = sites;
        this.arranging = arranging;
        this.agree = agree;
    }

    /** @param above the group that is chosen already, when the way here led over one */
    @GET
    @Path("/new")
    @Consumes(MediaType.WILDCARD)
    public View form(
            @PathParam("tenant") String tenant,
            @PathParam("site") String siteId,
            @QueryParam("above") @DefaultValue("") String above,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Site site = sites.get(visit.viewer(), InPath.id(siteId, SiteId::of));
            visit.must(Permission.ARRANGE);
            return view(
                    request, visit, site, Optional.empty(), FormInput.empty().preset("above", above));
        });
    }

    @POST
    public Response add(
            @PathParam("tenant") String tenant,
            @PathParam("site") String siteId,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Site site = sites.get(visit.viewer(), InPath.id(siteId, SiteId::of));
            visit.must(Permission.ARRANGE);
            FormInput form = FormInput.of(fields);
            Optional<Wish> wish = read(visit, site, Optional.empty(), form);
            if (wish.isEmpty()) {
                return Page.again(view(request, visit, site, Optional.empty(), form));
            }
            sites.addGroup(
                    visit.viewer(),
                    GroupId.fresh(),
                    site.id(),
                    wish.get().above(),
                    wish.get().name(),
                    wish.get().badge());
            return Redirect.to(visit.at("/sites/" + site.id()));
        });
    }

    @GET
    @Path("/{group}")
    @Consumes(MediaType.WILDCARD)
    public View show(
            @PathParam("tenant") String tenant,
            @PathParam("site") String siteId,
            @PathParam("group") String groupId,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraGroup group = sites.group(visit.viewer(), InPath.id(groupId, GroupId::of));
            visit.must(Permission.ARRANGE);
            Site site = sites.get(visit.viewer(), group.site());
            return view(request, visit, site, Optional.of(group), of(group));
        });
    }

    @POST
    @Path("/{group}")
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("site") String siteId,
            @PathParam("group") String groupId,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraGroup group = sites.group(visit.viewer(), InPath.id(groupId, GroupId::of));
            visit.must(Permission.ARRANGE);
            Site site = sites.get(visit.viewer(), group.site());
            FormInput form = FormInput.of(fields);
            Optional<Wish> wish = read(visit, site, Optional.of(group), form);
            if (wish.isEmpty()) {
                return Page.again(view(request, visit, site, Optional.of(group), form));
            }
            String path = "/sites/" + site.id() + "/groups/" + group.id();
            var whole = new GroupWish(
                    Integer.parseInt(form.text("version")),
                    wish.get().name(),
                    wish.get().badge(),
                    wish.get().above());
            return switch (arranging.arrangeGroup(visit.viewer(), group.id(), whole, form.text("agreed"))) {
                case Outcome.Done done -> Redirect.to(visit.at("/sites/" + site.id()));
                case Outcome.Ask ask -> Page.of(agree.view(request, visit, form, ask, site.id(), MANY, path));
            };
        });
    }

    private record Wish(Name name, Badge badge, Optional<GroupId> above) {}

    /** Empty when something in the form is wrong, which is noted there. */
    private Optional<Wish> read(Visit visit, Site site, Optional<CameraGroup> group, FormInput form) {
        List<GroupTree.Path> places = places(visit, site, group);
        Optional<Name> name = form.read("group", Name::new, "form.name.wrong");
        Optional<Badge> badge = form.read("badge", Badge::new, "form.badge.wrong");
        Optional<Optional<GroupId>> above = form.read("above", text -> above(text, places), "form.above.wrong");
        return name.isEmpty() || badge.isEmpty() || above.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wish(name.get(), badge.get(), above.get()));
    }

    /** In no other group is a choice, too. */
    private static Optional<GroupId> above(String text, List<GroupTree.Path> places) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return places.stream()
                .filter(place -> place.id().equals(text))
                .map(place -> Optional.of(GroupId.of(place.id())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no group in which it can lie"));
    }

    private List<GroupTree.Path> places(Visit visit, Site site, Optional<CameraGroup> group) {
        GroupTree tree = GroupTree.of(sites.groupsOf(visit.viewer(), site.id()));
        return group.map(CameraGroup::id).map(tree::pathsOutside).orElseGet(tree::paths);
    }

    private static FormInput of(CameraGroup group) {
        return FormInput.empty()
                .preset("group", group.name())
                .preset("badge", group.badge())
                .preset("above", group.above().map(GroupId::toString).orElse(""))
                .preset("version", String.valueOf(group.version()));
    }

    private View view(HttpServletRequest request, Visit visit, Site site, Optional<CameraGroup> group, FormInput form) {
        return Frame.view(
                request,
                visit,
                "cameras",
                "fleet/group",
                Map.of(
                        "form",
                        form,
                        "site",
                        site.id().toString(),
                        "siteName",
                        site.name(),
                        "group",
                        group.map(CameraGroup::id).map(GroupId::toString).orElse(""),
                        "name",
                        group.map(CameraGroup::name).orElse(""),
                        "places",
                        places(visit, site, group)));
    }
}
