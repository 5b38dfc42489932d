package io.vedette.hub.fleet.removal;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Languages;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Before something is taken away: what goes, in numbers; the name has to be typed when recordings go. */
@Path("/t/{tenant}/remove")
@Produces(MediaType.TEXT_HTML)
public class RemovalPage {
    private final Visits visits;
    private final TakeAway taking;

    @Inject
    RemovalPage(Visits visits, TakeAway taking) {
        this.visits = visits;
        this.taking = taking;
    }

    @GET
    @Path("/site/{site}")
    public View askSite(
            @PathParam("tenant") String tenant, @PathParam("site") String id, @Context HttpServletRequest request) {
        return ask(request, tenant, new Asked("site", id, RemovalAnswers.site(id)));
    }

    @POST
    @Path("/site/{site}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removeSite(
            @PathParam("tenant") String tenant,
            @PathParam("site") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return remove(request, tenant, new Asked("site", id, RemovalAnswers.site(id)), FormInput.of(fields));
    }

    @GET
    @Path("/group/{group}")
    public View askGroup(
            @PathParam("tenant") String tenant, @PathParam("group") String id, @Context HttpServletRequest request) {
        return ask(request, tenant, new Asked("group", id, RemovalAnswers.group(id)));
    }

    @POST
    @Path("/group/{group}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removeGroup(
            @PathParam("tenant") String tenant,
            @PathParam("group") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return remove(request, tenant, new Asked("group", id, RemovalAnswers.group(id)), FormInput.of(fields));
    }

    @GET
    @Path("/camera/{camera}")
    public View askCamera(
            @PathParam("tenant") String tenant, @PathParam("camera") String id, @Context HttpServletRequest request) {
        return ask(request, tenant, new Asked("camera", id, RemovalAnswers.camera(id)));
    }

    @POST
    @Path("/camera/{camera}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removeCamera(
            @PathParam("tenant") String tenant,
            @PathParam("camera") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return remove(request, tenant, new Asked("camera", id, RemovalAnswers.camera(id)), FormInput.of(fields));
    }

    @GET
    @Path("/tag/{tag}")
    public View askTag(
            @PathParam("tenant") String tenant, @PathParam("tag") String word, @Context HttpServletRequest request) {
        return ask(request, tenant, new Asked("tag", word, RemovalAnswers.tag(word)));
    }

    @POST
    @Path("/tag/{tag}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response removeTag(
            @PathParam("tenant") String tenant,
            @PathParam("tag") String word,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return remove(request, tenant, new Asked("tag", word, RemovalAnswers.tag(word)), FormInput.of(fields));
    }

    /** What it is about, as it stands in the address and as it is. */
    private record Asked(String kind, String id, Selector it) {}

    private View ask(HttpServletRequest request, String tenant, Asked asked) {
        return visits.as(
                request,
                tenant,
                visit -> view(
                        request, visit, asked, taking.count(visit.viewer(), asked.it()), FormInput.empty(), false));
    }

    private Response remove(HttpServletRequest request, String tenant, Asked asked, FormInput form) {
        return visits.as(request, tenant, visit -> {
            Toll now = taking.count(visit.viewer(), asked.it());
            boolean changed = !now.state().equals(form.text("state"));
            if (now.heavy() && !form.text("name").strip().equals(now.name())) {
                form.wrong("name", "form.remove.name");
            }
            if (changed || form.anyWrong()) {
                return Page.again(view(request, visit, asked, now, form, changed));
            }
            taking.now(visit.viewer(), asked.it(), now.state());
            return Redirect.to(visit.at(asked.kind().equals("tag") ? "/tags" : "/cameras"));
        });
    }

    private static View view(
            HttpServletRequest request, Visit visit, Asked asked, Toll toll, FormInput form, boolean changed) {
        return Frame.view(
                request,
                visit,
                "cameras",
                "fleet/remove",
                Map.of(
                        "form",
                        form,
                        "kind",
                        asked.kind(),
                        "id",
                        asked.id(),
                        "toll",
                        toll,
                        "says",
                        TollWords.of(toll, Languages.of(request)),
                        "changed",
                        changed));
    }
}
