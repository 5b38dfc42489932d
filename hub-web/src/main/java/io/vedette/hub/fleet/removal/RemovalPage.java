package io.vedette.hub.fleet.removal;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
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
@Path("/t/{tenant}/remove/{kind}/{id}")
@Produces(MediaType.TEXT_HTML)
public class RemovalPage {
    private final Visits visits;
    private final TakeAway taking;

    @Inject
    RemovalPage(Visits visits, TakeAway taking) {
        this.visits = visits;
        this.taking = taking;
    }

    /** @param kind {@code site}, {@code group}, {@code camera} or {@code tag} */
    @GET
    public View ask(
            @PathParam("tenant") String tenant,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            @Context HttpServletRequest request) {
        return visits.as(
                request,
                tenant,
                visit -> view(
                        request,
                        visit,
                        kind,
                        id,
                        taking.count(visit.viewer(), read(kind, id)),
                        FormInput.empty(),
                        false));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @PathParam("tenant") String tenant,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            FormInput form = FormInput.of(fields);
            Selector it = read(kind, id);
            Toll now = taking.count(visit.viewer(), it);
            boolean changed = !now.state().equals(form.text("state"));
            if (now.heavy() && !form.text("name").strip().equals(now.name())) {
                form.wrong("name", "form.remove.name");
            }
            if (changed || form.anyWrong()) {
                return Page.again(view(request, visit, kind, id, now, form, changed));
            }
            taking.now(visit.viewer(), it, now.state());
            return Redirect.to(visit.at(kind.equals("tag") ? "/tags" : "/cameras"));
        });
    }

    private static Selector read(String kind, String id) {
        return switch (kind) {
            case "site" -> RemovalApi.site(id);
            case "group" -> RemovalApi.group(id);
            case "camera" -> RemovalApi.camera(id);
            case "tag" -> RemovalApi.tag(id);
            default -> throw Refusal.notFound();
        };
    }

    private static View view(
            HttpServletRequest request,
            Visit visit,
            String kind,
            String id,
            Toll toll,
            FormInput form,
            boolean changed) {
        return Frame.view(
                request,
                visit,
                "cameras",
                "fleet/remove",
                Map.of(
                        "form",
                        form,
                        "kind",
                        kind,
                        "id",
                        id,
                        "toll",
                        toll,
                        "says",
                        TollWords.of(toll, Languages.of(request)),
                        "changed",
                        changed));
    }
}
