package io.vedette.hub.operator;

import io.vedette.hub.access.Frame;
import io.vedette.hub.operator.Operators.Figures;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.CsrfToken;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.settings.UseLine;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operator's own pages: all tenants from outside, and the quotas of one. */
@Path("/operator")
@Produces(MediaType.TEXT_HTML)
public class OperatorPages {
    private final Operators operators;

    @Inject
    OperatorPages(Operators operators) {
        this.operators = operators;
    }

    /**
     * What stands round them.
     *
     * @param belongs whether the operator has an organisation of their own to go back to
     */
    public record Outside(String personName, String initials, String csrf, boolean belongs) {}

    /**
     * A tenant on the page.
     *
     * @param slug as it stands in addresses
     */
    public record TenantLine(String slug, String name, List<UseLine> uses) {
        static TenantLine of(Figures one, Locale language) {
            return new TenantLine(
                    one.tenant().slug(),
                    one.tenant().name(),
                    one.uses().stream().map(use -> UseLine.of(use, language)).toList());
        }
    }

    @GET
    public View tenants(@QueryParam("cursor") @Nullable String cursor, @Context HttpServletRequest request) {
        Person person = Operators.operator(request);
        Locale language = Languages.of(request);
        PageAsk.Slice<Figures> page = operators.page(person, "/operator", cursor);
        return view(
                request,
                person,
                "operator/tenants",
                Map.of(
                        "tenants",
                        page.map(one -> TenantLine.of(one, language)),
                        "next",
                        Optional.ofNullable(page.next()).orElse("")));
    }

    @GET
    @Path("/tenants/{tenant}")
    public View tenant(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        Person person = Operators.operator(request);
        Figures one = operators.one(person, tenant);
        return tenant(request, person, one, QuotaForm.of(one));
    }

    @POST
    @Path("/tenants/{tenant}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        Person person = Operators.operator(request);
        Figures one = operators.one(person, tenant);
        FormInput form = FormInput.of(fields);
        Optional<QuotaForm.Wish> wish = QuotaForm.read(form);
        if (wish.isEmpty()) {
            return Page.again(tenant(request, person, one, form));
        }
        operators.set(
                person,
                request,
                tenant,
                wish.get().what(),
                wish.get().allowed(),
                wish.get().reason());
        return Redirect.to("/operator/tenants/" + one.tenant().slug());
    }

    private static View tenant(HttpServletRequest request, Person person, Figures one, FormInput form) {
        return view(
                request,
                person,
                "operator/tenant",
                Map.of("tenant", TenantLine.of(one, Languages.of(request)), "form", form));
    }

    private static View view(HttpServletRequest request, Person person, String template, Map<String, Object> model) {
        Map<String, Object> whole = new HashMap<>(model);
        whole.put(
                "frame",
                new Outside(
                        person.displayName(),
                        Frame.initials(person.displayName()),
                        CsrfToken.of(request),
                        !person.memberships().isEmpty()));
        return new View(template, whole);
    }
}
