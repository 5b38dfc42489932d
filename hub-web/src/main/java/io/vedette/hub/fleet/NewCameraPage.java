package io.vedette.hub.fleet;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.View;
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

/** Adding a camera; for the first one of a tenant, its site as well. */
@Path("/t/{tenant}/cameras/new")
@Produces(MediaType.TEXT_HTML)
public class NewCameraPage {
    private final Visits visits;
    private final Sites sites;
    private final AddCamera adding;

    @Inject
    NewCameraPage(Visits visits, Sites sites, AddCamera adding) {
        this.visits = visits;
        this.sites = sites;
        this.adding = adding;
    }

    /**
     * @param place the place that is chosen already, when the way here led over one
     */
    @GET
    public View form(
            @PathParam("tenant") String tenant,
            @QueryParam("place") @DefaultValue("") String place,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.ARRANGE);
            return view(request, visit, FormInput.empty().preset("place", place).preset("zone", ""));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.ARRANGE);
            FormInput form = FormInput.of(fields);
            return adding.add(visit.viewer(), form)
                    .map(camera -> Redirect.to(visit.at("/cameras/" + camera + "/pair")))
                    .orElseGet(() -> Page.again(view(request, visit, form)));
        });
    }

    private View view(HttpServletRequest request, Visit visit, FormInput form) {
        List<Place> places = Place.all(sites.all(visit.viewer()), sites.groups(visit.viewer()));
        return Frame.view(
                request,
                visit,
                "cameras",
                "fleet/new-camera",
                Map.of("form", form, "places", places, "first", places.isEmpty(), "zones", Zones.choice()));
    }

    /** What the form needs where nothing exists yet: the first page shows it by itself. */
    public static Map<String, Object> firstOfAll() {
        return Map.of(
                "form",
                FormInput.empty().preset("zone", ""),
                "places",
                List.of(),
                "first",
                true,
                "zones",
                Zones.choice());
    }
}
