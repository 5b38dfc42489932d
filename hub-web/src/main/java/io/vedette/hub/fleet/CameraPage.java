package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.fleet.ArrangeCameras.Outcome;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** One camera: its picture, its today, its state, what is wrong with it, the agent in front of it, and its name, place and tags for those who arrange. */
@Path("/t/{tenant}/cameras/{camera}")
@Produces(MediaType.TEXT_HTML)
public class CameraPage {
    private final Visits visits;
    private final Fleet fleet;
    private final CameraToday today;
    private final ArrangeCameras arranging;
    private final AgreePage agree;
    private final Tags tags;
    private final Sites sites;
    private final Clock clock;

    @Inject
    CameraPage(
            Visits visits,
            Fleet fleet,
            CameraToday today,
            ArrangeCameras arranging,
            AgreePage agree,
            Tags tags,
            Sites sites,
            Clock clock) {
        this.visits = visits;
        this.fleet = fleet;
        this.today = today;
        this.arranging = arranging;
        this.agree = agree;
        this.tags = tags;
        this.sites = sites;
        this.clock = clock;
    }

    @GET
    public View show(
            @PathParam("tenant") String tenant, @PathParam("camera") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraSight sight = fleet.get(visit.viewer(), InPath.id(id, CameraId::of));
            Camera camera = sight.camera();
            var form = FormInput.empty()
                    .preset("name", camera.name())
                    .preset("place", Place.value(camera))
                    .preset("tags", words(tags.of(visit.viewer(), camera.id())))
                    .preset("version", String.valueOf(camera.version()));
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
            Optional<ArrangeCameras.Wish> wish = read(visit, form);
            if (wish.isEmpty()) {
                return Page.again(view(request, visit, sight, form));
            }
            return switch (arranging.arrange(visit.viewer(), sight.camera().id(), wish.get(), form.text("agreed"))) {
                case Outcome.Done done ->
                    Redirect.to(visit.at("/cameras/" + sight.camera().id()));
                case Outcome.Ask ask ->
                    Page.of(agree.view(
                            request,
                            visit,
                            form,
                            ask,
                            wish.get().place().site(),
                            1,
                            "/cameras/" + sight.camera().id()));
            };
        });
    }

    /** Empty when something in the form is wrong, which is noted there. */
    private Optional<ArrangeCameras.Wish> read(Visit visit, FormInput form) {
        Optional<Name> name = form.read("name", Name::new, "form.name.wrong");
        Optional<Place.Chosen> place =
                form.read("place", text -> Place.read(text, visit.viewer(), sites), "form.place.wrong");
        Optional<SortedSet<Tag>> worn = form.read("tags", Tags::read, "form.tags.wrong")
                .filter(some -> some.size() <= Tags.MOST || form.refuse("tags", "form.tags.many"));
        return name.isEmpty() || place.isEmpty() || worn.isEmpty()
                ? Optional.empty()
                : Optional.of(new ArrangeCameras.Wish(
                        Integer.parseInt(form.text("version")), name.get(), place.get(), worn.get()));
    }

    private static String words(Collection<Tag> tags) {
        return tags.stream().map(Tag::value).collect(Collectors.joining(" "));
    }

    private View view(HttpServletRequest request, Visit visit, CameraSight sight, FormInput form) {
        boolean arranges = visit.viewer().may(Permission.ARRANGE);
        return Frame.view(
                request,
                visit,
                "cameras",
                "fleet/camera",
                Map.of(
                        "box",
                        BoxLine.of(sight, fleet.givenUp(sight), Languages.of(request)),
                        "troubles",
                        Trouble.of(sight, Languages.of(request)),
                        "camera",
                        CameraLine.of(sight, clock.instant(), Languages.of(request)),
                        "today",
                        today.of(visit.viewer(), sight, Languages.of(request)).stream()
                                .toList(),
                        "tags",
                        tags.of(visit.viewer(), sight.camera().id()).stream()
                                .map(Tag::value)
                                .toList(),
                        "places",
                        arranges ? Place.all(sites.all(visit.viewer()), sites.groups(visit.viewer())) : List.of(),
                        "arranges",
                        arranges,
                        "form",
                        form));
    }
}
