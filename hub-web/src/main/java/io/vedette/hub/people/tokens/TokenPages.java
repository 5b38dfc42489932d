package io.vedette.hub.people.tokens;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.access.tokens.PersonalTokenId;
import io.vedette.hub.access.tokens.PersonalTokens;
import io.vedette.hub.access.tokens.TokenWish;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The reader's own tokens: made, shown once, listed, taken back. */
@Path("/t/{tenant}/me/tokens")
@Produces(MediaType.TEXT_HTML)
public class TokenPages {
    private final Visits visits;
    private final PersonalTokens tokens;
    private final Sites sites;
    private final HubSettings settings;
    private final Clock clock;

    @Inject
    TokenPages(Visits visits, PersonalTokens tokens, Sites sites, HubSettings settings, Clock clock) {
        this.visits = visits;
        this.tokens = tokens;
        this.sites = sites;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A token on the one page that shows it.
     *
     * @param address where it can be tried
     */
    public record Shown(String name, String token, String address) {}

    @GET
    public View list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.mustBelong();
            return view(request, visit, TokenForm.blank(), Optional.empty());
        });
    }

    /** Answers with the page itself instead of a redirect: the token is in no address and kept nowhere. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            visit.mustBelong();
            Optional<TokenWish> wish = TokenForm.read(form, visit.viewer()).filter(one -> room(visit, form));
            if (wish.isEmpty()) {
                return Page.again(view(request, visit, form, Optional.empty()));
            }
            var made = tokens.make(visit.viewer(), wish.get());
            var shown = new Shown(
                    made.token().name(),
                    made.text().reveal(),
                    settings.publicUrl()
                            .resolve("/api/v1" + visit.at("/cameras"))
                            .toString());
            return Page.of(view(request, visit, TokenForm.blank(), Optional.of(shown)));
        });
    }

    @POST
    @Path("/{token}/take-back")
    public Response takeBack(
            @PathParam("tenant") String tenant, @PathParam("token") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.mustBelong();
            tokens.takeBack(visit.viewer(), InPath.id(id, PersonalTokenId::of));
            return Redirect.to(visit.at("/me/tokens"));
        });
    }

    private boolean room(Visit visit, FormInput form) {
        return tokens.own(visit.viewer()).size() < PersonalTokens.MOST || form.refuse("name", "form.token.many");
    }

    private View view(HttpServletRequest request, Visit visit, FormInput form, Optional<Shown> shown) {
        Locale language = Languages.of(request);
        Instant now = clock.instant();
        ZoneId zone =
                sites.all(visit.viewer()).stream().findFirst().map(Site::zone).orElse(ZoneOffset.UTC);
        Map<String, Object> model = new HashMap<>();
        model.put(
                "tokens",
                tokens.own(visit.viewer()).stream()
                        .map(token -> TokenLine.of(token, zone, now, language))
                        .toList());
        model.put(
                "permissions",
                TokenForm.offered(visit.viewer()).stream().map(Enum::name).toList());
        model.put("days", TokenForm.DAYS);
        model.put("form", form);
        shown.ifPresent(one -> model.put("shown", one));
        return Frame.view(request, visit, "me", "people/tokens", model);
    }
}
