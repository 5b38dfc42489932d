package io.vedette.hub.people;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Account;
import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.RoleWords;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Teams;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
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
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the reader was given in this tenant, and what they passed on of it. What has ended is not shown. */
@Path("/t/{tenant}/me")
@Produces(MediaType.TEXT_HTML)
public class MePage {
    private static final Logger LOG = LoggerFactory.getLogger(MePage.class);

    private final Visits visits;
    private final Accounts accounts;
    private final Grants grants;
    private final Teams teams;
    private final Roles roles;
    private final PeopleView view;
    private final AccountBooks books;
    private final EndMembership end;
    private final Clock clock;

    @Inject
    MePage(
            Visits visits,
            Accounts accounts,
            Grants grants,
            Teams teams,
            Roles roles,
            PeopleView view,
            AccountBooks books,
            EndMembership end,
            Clock clock) {
        this.end = end;
        this.visits = visits;
        this.accounts = accounts;
        this.grants = grants;
        this.teams = teams;
        this.roles = roles;
        this.view = view;
        this.books = books;
        this.clock = clock;
    }

    @GET
    public View me(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return mine(request, tenant, FormInput.empty());
    }

    private View mine(HttpServletRequest request, String tenant, FormInput form) {
        AccountBook people = holders(request, tenant);
        return visits.as(request, tenant, visit -> mine(request, visit, people, form));
    }

    /** Their names are asked for between two transactions: no connection is held while the network is waited for. */
    private AccountBook holders(HttpServletRequest request, String tenant) {
        record Given(TenantId tenant, List<AccessGrant> grants) {}
        Given given = visits.as(
                request,
                tenant,
                visit -> new Given(visit.viewer().tenant(), passedOn(visit).toList()));
        return books.holders(given.tenant(), given.grants());
    }

    private View mine(HttpServletRequest request, Visit visit, AccountBook people, FormInput form) {
        Targets targets = view.targets(visit, request);
        Locale language = Languages.of(request);
        return Frame.view(
                request,
                visit,
                "me",
                "people/me",
                Map.of(
                        "role", RoleWords.of(visit.viewer().role(), language),
                        "seesAll", visit.viewer().may(Permission.EVERY_CAMERA),
                        "grants", received(visit, targets, language),
                        "given", given(visit, people, targets, language),
                        "form", form));
    }

    /** Ends the reader's own membership. */
    @POST
    @Path("/leave")
    public Response leave(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        try {
            return visits.as(request, tenant, visit -> {
                visit.mustBelong();
                end.own(visit.viewer());
                return Redirect.to("/");
            });
        } catch (Refusal refusal) {
            if (refusal.problem() != Problem.CONFLICT) {
                throw refusal;
            }
            FormInput form = FormInput.empty();
            form.wrong("leave", "form.leave.last");
            return Page.again(mine(request, tenant, form));
        }
    }

    private List<GrantLine> received(Visit visit, Targets targets, Locale language) {
        Instant now = clock.instant();
        return inForce(grants.received(visit.viewer()), now)
                .flatMap(grant -> targets
                        .held(grant)
                        .map(target -> GrantLine.mine(grant, target, now, language, passable(visit, grant)))
                        .stream())
                .toList();
    }

    /** What was passed on; what whoever runs the tenant gave stands on the people page. */
    private List<GrantLine> given(Visit visit, AccountBook people, Targets targets, Locale language) {
        Instant now = clock.instant();
        HolderNames names = HolderNames.of(
                people,
                teams.all(visit.viewer().tenant()),
                roles.all(visit.viewer().tenant()),
                language);
        return passedOn(visit)
                .flatMap(grant ->
                        targets.held(grant).map(target -> GrantLine.of(grant, target, names, now, language)).stream())
                .toList();
    }

    private Stream<AccessGrant> passedOn(Visit visit) {
        return inForce(grants.given(visit.viewer()), clock.instant())
                .filter(grant -> grant.under().isPresent());
    }

    private static Stream<AccessGrant> inForce(List<AccessGrant> all, Instant now) {
        return all.stream().filter(grant -> !grant.over(now));
    }

    private static boolean passable(Visit visit, AccessGrant grant) {
        return grant.terms().passable()
                && grant.holder().equals(new Holder.Person(visit.viewer().subject()));
    }

    /** @param find words that narrow what can be passed on */
    @GET
    @Path("/grants/{grant}/pass-on")
    public Response form(
            @PathParam("tenant") String tenant,
            @PathParam("grant") String id,
            @QueryParam("find") @DefaultValue("") String find,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.empty().preset("find", find).preset("action", Action.LIVE.name());
        return visits.as(request, tenant, visit -> Page.of(passOn(request, visit, passable(visit, id), form)));
    }

    /** The account is looked up between two transactions: no connection is held while the network is waited for. */
    @POST
    @Path("/grants/{grant}/pass-on")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response passOn(
            @PathParam("tenant") String tenant,
            @PathParam("grant") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        TenantId where = visits.as(request, tenant, visit -> {
            passable(visit, id);
            return visit.viewer().tenant();
        });
        Optional<Account> who = account(where, form);
        form.preset("holder", who.map(one -> "person:" + one.subject()).orElse(""));
        Optional<Response> done = Optional.empty();
        try {
            done = visits.as(request, tenant, visit -> give(request, visit, id, form));
        } catch (IllegalArgumentException e) { // rolled back with it
            form.wrong("target", "form.target.beyond");
        }
        return done.orElseGet(() ->
                visits.as(request, tenant, visit -> Page.again(passOn(request, visit, passable(visit, id), form))));
    }

    private Optional<Response> give(HttpServletRequest request, Visit visit, String id, FormInput form) {
        AccessGrant above = passable(visit, id);
        Targets targets = view.targets(visit, request);
        return GrantForm.read(form, targets, Optional.of(above.id()), clock.instant())
                .map(read -> PassedOn.within(read, above.terms(), form))
                .filter(wish -> !form.anyWrong())
                .map(wish -> {
                    grants.give(visit.viewer(), GrantId.fresh(), wish);
                    return Redirect.to(visit.at("/me"));
                });
    }

    private Optional<Account> account(TenantId tenant, FormInput form) {
        try {
            Optional<Account> who = accounts.named(tenant, form.text(GrantForm.WHO));
            if (who.isEmpty()) {
                form.wrong(GrantForm.WHO, "form.who.unknown");
            }
            return who;
        } catch (Unreachable e) {
            LOG.warn("an account cannot be looked up: {}", e.getMessage(), e);
            form.wrong(GrantForm.WHO, "form.who.unreachable");
            return Optional.empty();
        }
    }

    private AccessGrant passable(Visit visit, String id) {
        return grants.passable(visit.viewer(), InPath.id(id, GrantId::of));
    }

    private View passOn(HttpServletRequest request, Visit visit, AccessGrant above, FormInput form) {
        Targets targets = view.targets(visit, request);
        Locale language = Languages.of(request);
        Target whole = targets.held(above).orElseThrow(Refusal::notFound);
        return Frame.view(
                request,
                visit,
                "me",
                "people/pass-on",
                Map.of(
                        "grant", GrantLine.mine(above, whole, clock.instant(), language, true),
                        "choice",
                                targets.choice(
                                        form.text("find"),
                                        form.text("target").isEmpty() ? whole.value() : form.text("target"),
                                        grants.inside(visit.viewer(), above.id())),
                        "actions",
                                above.terms().actions().stream()
                                        .sorted()
                                        .map(Enum::name)
                                        .toList(),
                        "form", form));
    }

    @POST
    @Path("/grants/{grant}/take-back")
    public Response takeBack(
            @PathParam("tenant") String tenant, @PathParam("grant") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            grants.takeBack(visit.viewer(), InPath.id(id, GrantId::of));
            return Redirect.to(visit.at("/me"));
        });
    }
}
