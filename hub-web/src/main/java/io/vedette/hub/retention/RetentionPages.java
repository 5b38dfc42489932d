package io.vedette.hub.retention;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.retention.RetentionForm.Wish;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long recordings are kept, for owners: rules, what would go by one before it is saved, and what the last runs did. */
@Path("/t/{tenant}/settings/retention")
@Produces(MediaType.TEXT_HTML)
public class RetentionPages {
    private final Visits visits;
    private final RetentionRules rules;
    private final RetentionPage page;

    @Inject
    RetentionPages(Visits visits, RetentionRules rules, RetentionPage page) {
        this.visits = visits;
        this.rules = rules;
        this.page = page;
    }

    /** @param on the rule that the form begins with, as it stands in the form */
    @GET
    public View list(
            @PathParam("tenant") String tenant,
            @QueryParam("on") @Nullable String on,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            Scope scope = Asked.given(on).map(RetentionPages::scope).orElse(Scope.EVERYTHING);
            Optional<Terms> terms = rules.on(visit.viewer().tenant(), scope).map(RetentionRule::terms);
            return view(request, visit, RetentionForm.of(scope, terms), Optional.empty());
        });
    }

    private static Scope scope(String text) {
        try {
            return RetentionForm.scope(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }

    /** Shows what would go, and saves nothing. */
    @POST
    @Path("/look")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response look(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            Optional<Wish> wish = RetentionForm.read(form);
            View shown = view(request, visit, form, wish);
            return wish.isEmpty() ? Page.again(shown) : Response.ok(shown).build();
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            Optional<Wish> wish = RetentionForm.read(form);
            if (wish.isEmpty()) {
                return Page.again(view(request, visit, form, wish));
            }
            var unused =
                    rules.set(visit.viewer(), wish.get().scope(), wish.get().terms());
            return Redirect.to(visit.at("/settings/retention"));
        });
    }

    @POST
    @Path("/{rule}/remove")
    public Response remove(
            @PathParam("tenant") String tenant, @PathParam("rule") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            rules.remove(visit.viewer(), InPath.id(id, RuleId::of));
            return Redirect.to(visit.at("/settings/retention"));
        });
    }

    private View view(HttpServletRequest request, Visit visit, FormInput form, Optional<Wish> wish) {
        return Frame.view(
                request,
                visit,
                "settings",
                "settings/retention",
                page.model(visit.viewer(), form, wish, Languages.of(request)));
    }
}
