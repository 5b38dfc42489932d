package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.fleet.ArrangeCameras.Outcome;
import io.vedette.hub.fleet.ArrangeCameras.WishForAll;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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
import java.util.SortedSet;

/** Several cameras at once: put elsewhere, tagged, tags taken off. Those who were chosen in the list stand in the address. */
@Path("/t/{tenant}/cameras/arrange")
@Produces(MediaType.TEXT_HTML)
public class ArrangePage {
    private final Visits visits;
    private final Cameras cameras;
    private final Sites sites;
    private final Tags tags;
    private final ArrangeCameras arranging;
    private final AgreePage agree;

    @Inject
    ArrangePage(Visits visits, Cameras cameras, Sites sites, Tags tags, ArrangeCameras arranging, AgreePage agree) {
        this.visits = visits;
        this.cameras = cameras;
        this.sites = sites;
        this.tags = tags;
        this.arranging = arranging;
        this.agree = agree;
    }

    /** @param chosen the cameras; with none of them the page says how to choose */
    @GET
    public View form(
            @PathParam("tenant") String tenant,
            @QueryParam("camera") List<String> chosen,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.ARRANGE);
            return view(request, visit, ids(chosen), FormInput.empty());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response arrange(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.ARRANGE);
            FormInput form = FormInput.of(fields);
            List<CameraId> ids = ids(form.all("camera"));
            Optional<WishForAll> wish = read(visit, form)
                    .filter(one ->
                            !arranging.tooManyTags(visit.viewer(), ids, one) || form.refuse("add", "form.tags.many"));
            if (wish.isEmpty() || ids.isEmpty()) {
                return Page.again(view(request, visit, ids, form));
            }
            return switch (arranging.arrangeAll(visit.viewer(), ids, wish.get(), form.text("agreed"))) {
                case Outcome.Done done -> Redirect.to(visit.at("/cameras"));
                case Outcome.Ask ask -> {
                    var to = wish.get()
                            .place()
                            .map(Place.Chosen::site)
                            .orElseGet(() ->
                                    cameras.get(visit.viewer(), ids.getFirst()).site());
                    yield Page.of(agree.view(request, visit, form, ask, to, ids.size(), "/cameras/arrange"));
                }
            };
        });
    }

    private static List<CameraId> ids(List<String> chosen) {
        return chosen.stream()
                .distinct()
                .limit(CameraListing.LINES)
                .map(id -> InPath.id(id, CameraId::of))
                .toList();
    }

    /** Empty when something in the form is wrong, which is noted there. */
    private Optional<WishForAll> read(Visit visit, FormInput form) {
        Optional<Optional<Place.Chosen>> place = form.read(
                "place",
                text -> text.isEmpty() ? Optional.empty() : Optional.of(Place.read(text, visit.viewer(), sites)),
                "form.place.wrong");
        Optional<SortedSet<Tag>> added = form.read("add", Tags::read, "form.tags.wrong");
        Optional<SortedSet<Tag>> removed = form.read("remove", Tags::read, "form.tags.wrong");
        return place.isEmpty() || added.isEmpty() || removed.isEmpty()
                ? Optional.empty()
                : Optional.of(new WishForAll(place.get(), added.get(), removed.get()));
    }

    private View view(HttpServletRequest request, Visit visit, List<CameraId> ids, FormInput form) {
        List<Camera> chosen = ids.isEmpty() ? List.of() : cameras.of(visit.viewer(), ids);
        return Frame.view(
                request,
                visit,
                "cameras",
                "fleet/arrange",
                Map.of(
                        "form",
                        form,
                        "chosen",
                        chosen.stream()
                                .map(camera -> new Chosen(camera.id().toString(), camera.name()))
                                .toList(),
                        "places",
                        Place.all(sites.all(visit.viewer()), sites.groups(visit.viewer())),
                        "known",
                        tags.all(visit.viewer()).stream().map(Tag::value).toList()));
    }

    /** One of the cameras on the page. */
    public record Chosen(String id, String name) {}
}
