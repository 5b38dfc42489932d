package io.vedette.hub.edgevaults;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.agents.PairingTokens;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.fleet.VaultCommand;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Moment;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The vault of a site, for owners: added, looked after, and told what to send on by itself. */
@Path("/t/{tenant}/sites/{site}/edge-vault")
@Produces(MediaType.TEXT_HTML)
public class EdgeVaultPages {
    private final Visits visits;
    private final Sites sites;
    private final Cameras cameras;
    private final EdgeVaults vaults;
    private final PairingTokens tokens;
    private final ForwardRules rules;
    private final VaultCommand command;
    private final Clock clock;

    @Inject
    EdgeVaultPages(
            Visits visits,
            Sites sites,
            Cameras cameras,
            EdgeVaults vaults,
            PairingTokens tokens,
            ForwardRules rules,
            VaultCommand command,
            Clock clock) {
        this.visits = visits;
        this.sites = sites;
        this.cameras = cameras;
        this.vaults = vaults;
        this.tokens = tokens;
        this.rules = rules;
        this.command = command;
        this.clock = clock;
    }

    /** A token on the one page that shows it. */
    public record Shown(String token, String command, Moment goodUntil) {}

    /** A camera of the site as the rule's form offers it. */
    public record Choice(String id, String name) {}

    @GET
    public View show(
            @PathParam("tenant") String tenant, @PathParam("site") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Site site = owned(visit, id);
            return view(
                    request, visit, site, ForwardForm.of(rules.of(visit.viewer().tenant(), site.id())), Map.of());
        });
    }

    /** Answers with the page itself instead of a redirect: the token is in no address and kept nowhere. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(
            @PathParam("tenant") String tenant,
            @PathParam("site") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Site site = owned(visit, id);
            FormInput form = FormInput.of(fields);
            Optional<Name> name = form.read("name", Name::new, "form.name.wrong");
            boolean swap = form.chosen("swap", "on");
            if (name.isEmpty()) {
                return Page.again(view(request, visit, site, form, Map.of()));
            }
            Optional<String> line = command.line();
            if (line.isEmpty() || vaults.of(visit.viewer(), site.id()).isPresent() != swap) {
                return Redirect.to(visit.at("/sites/" + site.id() + "/edge-vault"));
            }
            var made = tokens.make(
                    visit.viewer(), site.id(), name.get(), new PairingTokens.Terms(swap, form.chosen("confirm", "on")));
            var shown = new Shown(
                    made.token().reveal(),
                    line.get(),
                    Moment.of(made.expiresAt(), site.zone(), clock.instant(), Languages.of(request)));
            FormInput rule = ForwardForm.of(rules.of(visit.viewer().tenant(), site.id()));
            return Response.ok(view(request, visit, site, rule, Map.of("shown", shown)), MediaType.TEXT_HTML_TYPE)
                    .build();
        });
    }

    @POST
    @Path("/rule")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rule(
            @PathParam("tenant") String tenant,
            @PathParam("site") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Site site = owned(visit, id);
            FormInput form = FormInput.of(fields);
            Optional<ForwardRule> rule = ForwardForm.read(form);
            if (form.anyWrong()) {
                return Page.again(view(request, visit, site, form, Map.of()));
            }
            rules.set(visit.viewer(), site.id(), rule);
            return Redirect.to(visit.at("/sites/" + site.id() + "/edge-vault"));
        });
    }

    private Site owned(Visit visit, String id) {
        Site site = sites.get(visit.viewer(), InPath.id(id, SiteId::of));
        visit.must(Permission.OWN);
        return site;
    }

    private View view(HttpServletRequest request, Visit visit, Site site, FormInput form, Map<String, Object> more) {
        Locale language = Languages.of(request);
        Map<String, Object> model = new HashMap<>(more);
        model.put("form", form);
        model.put("id", site.id().toString());
        model.put("site", site.name());
        model.put("zone", site.zone().getId());
        model.put("noAgent", command.line().isEmpty());
        model.put("cameras", choices(visit, site));
        vaults.of(visit.viewer(), site.id())
                .map(sight -> EdgeVaultLine.of(sight, clock.instant(), language))
                .ifPresent(line -> model.put("vault", line));
        return Frame.view(request, visit, "cameras", "fleet/edge-vault", model);
    }

    private List<Choice> choices(Visit visit, Site site) {
        return cameras.all(visit.viewer()).stream()
                .filter(camera -> camera.site().equals(site.id()))
                .map(EdgeVaultPages::choice)
                .toList();
    }

    private static Choice choice(Camera camera) {
        return new Choice(camera.id().toString(), camera.name());
    }
}
