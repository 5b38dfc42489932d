package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
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
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** One camera: its picture, its today, its state, what is wrong with it, the agent in front of it, and its name and group for those who arrange. */
@Path("/t/{tenant}/cameras/{camera}")
@Produces(MediaType.TEXT_HTML)
public class CameraPage {
    private final Visits visits;
    private final Fleet fleet;
    private final CameraToday today;
    private final Cameras cameras;
    private final Sites sites;
    private final Clock clock;

    @Inject
    CameraPage(Visits visits, Fleet fleet, CameraToday today, Cameras cameras, Sites sites, Clock clock) {
        this.visits = visits;
        this.fleet = fleet;
        this.today = today;
        this.cameras = cameras;
        this.sites = sites;
        this.clock = clock;
    }

    @GET
    public View show(
            @PathParam("tenant") String tenant, @PathParam("camera") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraSight sight = fleet.get(visit.viewer(), InPath.id(id, CameraId::of));
            var form = FormInput.empty()
                    .preset("name", sight.camera().name())
                    .preset(
                            "group",
                            sight.camera().group().map(GroupId::toString).orElse(""))
                    .preset("version", String.valueOf(sight.camera().version()));
            return view(request, visit, sight, form);
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraSight sight = fleet.get(visit.viewer(), InPath.id(id, CameraId::of));
            visit.must(Permission.ARRANGE);
            FormInput form = FormInput.of(fields);
            Optional<Name> name = form.read("name", Name::new, "form.name.wrong");
            Optional<Optional<GroupId>> group = form.read("group", CameraPage::group, "form.group.wrong");
            if (name.isEmpty() || group.isEmpty()) {
                return Page.again(view(request, visit, sight, form));
            }
            cameras.change(
                    visit.viewer(),
                    sight.camera().id(),
                    Integer.parseInt(form.text("version")),
                    name.get(),
                    group.get());
            return Redirect.to(visit.at("/cameras/" + sight.camera().id()));
        });
    }

    /** No group is a choice, too. */
    private static Optional<GroupId> group(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(GroupId.of(text));
    }

    private View view(HttpServletRequest request, Visit visit, CameraSight sight, FormInput form) {
        return Frame.view(
                request,
                visit,
                "cameras",
                "fleet/camera",
                Map.of(
                        "troubles",
                        Trouble.of(sight, Languages.of(request)),
                        "camera",
                        CameraLine.of(sight, clock.instant(), Languages.of(request)),
                        "today",
                        today.of(visit.viewer(), sight, Languages.of(request)).stream()
                                .toList(),
                        "groups",
                        sites.groups(visit.viewer()).stream()
                                .filter(group ->
                                        group.site().equals(sight.site().id()))
                                .map(GroupLine::of)
                                .toList(),
                        "arranges",
                        visit.viewer().may(Permission.ARRANGE),
                        "form",
                        form));
    }

    /** A group in a choice. */
    public record GroupLine(String id, String name) {
        static GroupLine of(CameraGroup group) {
            return new GroupLine(group.id().toString(), group.name());
        }
    }
}
