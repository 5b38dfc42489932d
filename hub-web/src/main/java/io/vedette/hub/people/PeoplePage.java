package io.vedette.hub.people;

import io.vedette.hub.access.Account;
import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.AccessGrant;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.GrantId;
import io.vedette.hub.cameras.Grants;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The accounts of the tenant, and the grants of one of them: read, give, take back. */
@Path("/t/{tenant}/people")
@Produces(MediaType.TEXT_HTML)
public class PeoplePage {
    private final Visits visits;
    private final Accounts accounts;
    private final Grants grants;
    private final Cameras cameras;
    private final Sites sites;
    private final Clock clock;

    @Inject
    PeoplePage(Visits visits, Accounts accounts, Grants grants, Cameras cameras, Sites sites, Clock clock) {
        this.visits = visits;
        this.accounts = accounts;
        this.grants = grants;
        this.cameras = cameras;
        this.sites = sites;
        this.clock = clock;
    }

    /**
     * @param account whose grants are shown; nobody's without it, and not found when there is no such person
     * @param find words that narrow what can be given
     */
    @GET
    public Response show(
            @PathParam("tenant") String tenant,
            @QueryParam("account") @DefaultValue("") String account,
            @QueryParam("find") @DefaultValue("") String find,
            @Context HttpServletRequest request) {
        AccountBook book = book(request, tenant);
        FormInput form = FormInput.empty().preset("account", account).preset("find", find);
        form.preset("action", Action.LIVE.name());
        return visits.as(request, tenant, visit -> {
            List<AccessGrant> all = grants.all(visit.viewer());
            AccountBook listed = book.with(all);
            View view = view(request, visit, listed, all, form);
            return listed.pick(account) instanceof AccountBook.Pick.Unknown ? Page.notFound(view) : Page.of(view);
        });
    }

    @POST
    @Path("/grants")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response give(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        Optional<Response> given = visits.as(request, tenant, visit -> {
            visit.mustDelegate();
            Targets targets = Targets.of(visit.viewer(), cameras, sites);
            return GrantForm.read(form, targets, clock.instant()).map(wish -> {
                grants.give(visit.viewer(), GrantId.fresh(), wish);
                return back(visit, wish.subject().value());
            });
        });
        return given.orElseGet(() -> {
            AccountBook book = book(request, tenant);
            return visits.as(request, tenant, visit -> {
                List<AccessGrant> all = grants.all(visit.viewer());
                return Page.again(view(request, visit, book.with(all), all, form));
            });
        });
    }

    @POST
    @Path("/grants/{grant}/take-back")
    public Response takeBack(
            @PathParam("tenant") String tenant, @PathParam("grant") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.mustDelegate();
            GrantId grant = InPath.id(id, GrantId::of);
            String account = grants.all(visit.viewer()).stream()
                    .filter(one -> one.id().equals(grant))
                    .map(one -> one.subject().value())
                    .findFirst()
                    .orElse("");
            grants.takeBack(visit.viewer(), grant);
            return back(visit, account);
        });
    }

    private static Response back(Visit visit, String account) {
        return Redirect.to(visit.at("/people?account=" + URLEncoder.encode(account, StandardCharsets.UTF_8)));
    }

    /** The accounts are asked for between two transactions: no connection is held while the network is waited for. */
    private AccountBook book(HttpServletRequest request, String tenant) {
        Viewer viewer = visits.as(request, tenant, visit -> {
            visit.mustDelegate();
            return visit.viewer();
        });
        return AccountBook.open(accounts, viewer);
    }

    private View view(
            HttpServletRequest request, Visit visit, AccountBook book, List<AccessGrant> all, FormInput form) {
        Locale language = Languages.of(request);
        Instant now = clock.instant();
        Targets targets = Targets.of(visit.viewer(), cameras, sites);
        List<AccountLine> lines =
                book.accounts().stream().map(account -> line(account, all, now)).toList();
        AccountBook.Pick pick = book.pick(form.text("account"));
        Optional<AccountLine> chosen = pick instanceof AccountBook.Pick.One one
                ? Optional.of(line(one.account(), all, now))
                : Optional.empty();
        List<AccessGrant> theirs = chosen.stream()
                .flatMap(line ->
                        all.stream().filter(grant -> grant.subject().value().equals(line.subject())))
                .toList();
        Map<String, Target> about = targets.of(theirs);
        return Frame.view(
                request,
                visit,
                "people",
                "people/people",
                Map.of(
                        "accounts", lines,
                        "complete", book.complete(),
                        "chosen", chosen.stream().toList(),
                        "unknown", pick instanceof AccountBook.Pick.Unknown,
                        "grants",
                                theirs.stream()
                                        .flatMap(grant -> sentence(grant, about, book, now, language))
                                        .toList(),
                        "choice", targets.choice(form.text("find"), form.text("target")),
                        "actions", Stream.of(Action.values()).map(Enum::name).toList(),
                        "form", form));
    }

    private static AccountLine line(Account account, List<AccessGrant> all, Instant now) {
        return AccountLine.of(
                account,
                all.stream()
                        .filter(grant -> grant.subject().equals(account.subject()) && !GrantLine.over(grant, now))
                        .count());
    }

    private static Stream<GrantLine> sentence(
            AccessGrant grant, Map<String, Target> about, AccountBook book, Instant now, Locale language) {
        return Optional.ofNullable(about.get(Targets.value(grant)))
                .map(target -> GrantLine.of(grant, target, book, now, language))
                .stream();
    }
}
