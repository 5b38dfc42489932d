package io.vedette.hub.people;

import io.vedette.hub.access.Account;
import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Appoint;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Name;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.TeamId;
import io.vedette.hub.cameras.grants.Teams;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
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
import java.util.Optional;

/** The accounts and teams of the tenant, and the grants of one of them: read, give, take back. */
@Path("/t/{tenant}/people")
@Produces(MediaType.TEXT_HTML)
public class PeoplePage {
    private final Visits visits;
    private final Accounts accounts;
    private final Grants grants;
    private final Teams teams;
    private final Appoint appoint;
    private final PeopleView view;
    private final Clock clock;

    @Inject
    PeoplePage(
            Visits visits,
            Accounts accounts,
            Grants grants,
            Teams teams,
            Appoint appoint,
            PeopleView view,
            Clock clock) {
        this.visits = visits;
        this.accounts = accounts;
        this.grants = grants;
        this.teams = teams;
        this.appoint = appoint;
        this.view = view;
        this.clock = clock;
    }

    /**
     * @param account whose grants are shown; nobody's without it, and not found when there is no such person
     * @param team instead of a person
     * @param role instead of a person
     * @param find words that narrow what can be given
     */
    @GET
    public Response show(
            @PathParam("tenant") String tenant,
            @QueryParam("account") @DefaultValue("") String account,
            @QueryParam("team") @DefaultValue("") String team,
            @QueryParam("role") @DefaultValue("") String role,
            @QueryParam("find") @DefaultValue("") String find,
            @Context HttpServletRequest request) {
        AccountBook book = book(request, tenant);
        FormInput form = FormInput.empty().preset("find", find).preset("action", Action.LIVE.name());
        String holder = !account.isBlank()
                ? "person:" + account
                : !team.isBlank() ? "team:" + team : role.isBlank() ? "" : "role:" + role;
        return visits.as(request, tenant, visit -> view.show(request, visit, book, holder, form));
    }

    @POST
    @Path("/grants")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response give(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        AccountBook book = book(request, tenant);
        return visits.as(request, tenant, visit -> {
            visit.mustDelegate();
            return GrantForm.read(form, view.targets(visit, request), Optional.empty(), clock.instant())
                    .filter(wish -> member(book, wish.holder(), form))
                    .map(wish -> {
                        grants.give(visit.viewer(), GrantId.fresh(), wish);
                        return back(visit, wish.holder());
                    })
                    .orElseGet(() -> view.show(request, visit, book, form.text("holder"), form));
        });
    }

    /** A grant for a person is given to a member. While the members cannot be listed nobody is called a stranger. */
    private static boolean member(AccountBook book, Holder holder, FormInput form) {
        boolean stranger = holder instanceof Holder.Person person
                && book.complete()
                && book.find(person.subject()).isEmpty();
        if (stranger) {
            form.wrong("holder", "form.account.wrong");
        }
        return !stranger;
    }

    @POST
    @Path("/grants/{grant}/take-back")
    public Response takeBack(
            @PathParam("tenant") String tenant, @PathParam("grant") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.mustDelegate();
            GrantId grant = InPath.id(id, GrantId::of);
            Holder holder = grants.get(visit.viewer(), grant).holder();
            grants.takeBack(visit.viewer(), grant);
            return back(visit, holder);
        });
    }

    /** Only a member has a role here: whoever cannot be looked up now is appointed later. */
    @POST
    @Path("/role")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response appoint(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        AccountBook book = book(request, tenant);
        Subject subject = InPath.id(form.text("account"), Subject::new);
        Role wanted = InPath.id(form.text("role"), Role::valueOf);
        try {
            return visits.as(request, tenant, visit -> {
                visit.mustDelegate();
                Account member = book.find(subject).orElseThrow(Refusal::notFound);
                appoint.to(visit.viewer(), member.subject(), wanted);
                return back(visit, new Holder.Person(subject));
            });
        } catch (Refusal refusal) {
            if (refusal.problem() != Problem.CONFLICT) {
                throw refusal;
            }
            form.wrong("role", "form.role.last");
            return visits.as(request, tenant, visit -> view.show(request, visit, book, "person:" + subject, form));
        }
    }

    @POST
    @Path("/teams")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response makeTeam(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        AccountBook book = book(request, tenant);
        return visits.as(request, tenant, visit -> {
            visit.mustDelegate();
            Optional<Name> name = form.read("team-name", Name::new, "form.name.wrong");
            if (name.filter(one -> taken(visit, one)).isPresent()) {
                form.wrong("team-name", "form.team.taken");
            }
            if (name.isEmpty() || form.anyWrong()) {
                return view.show(request, visit, book, "", form);
            }
            return back(
                    visit,
                    new Holder.Team(teams.make(visit.viewer(), TeamId.fresh(), name.get())
                            .id()));
        });
    }

    private boolean taken(Visit visit, Name name) {
        return teams.all(visit.viewer().tenant()).stream()
                .anyMatch(team -> team.name().equals(name.value()));
    }

    @POST
    @Path("/teams/{team}/remove")
    public Response removeTeam(
            @PathParam("tenant") String tenant, @PathParam("team") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            teams.remove(visit.viewer(), InPath.id(id, TeamId::of));
            return Redirect.to(visit.at("/people"));
        });
    }

    @POST
    @Path("/teams/{team}/members")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response putIn(
            @PathParam("tenant") String tenant,
            @PathParam("team") String id,
            @FormParam("account") @DefaultValue("") String account,
            @Context HttpServletRequest request) {
        AccountBook book = book(request, tenant);
        return visits.as(request, tenant, visit -> {
            var team = InPath.id(id, TeamId::of);
            book.find(InPath.id(account, Subject::new))
                    .ifPresent(member -> teams.put(visit.viewer(), team, member.subject()));
            return back(visit, new Holder.Team(team));
        });
    }

    @POST
    @Path("/teams/{team}/members/take")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeOut(
            @PathParam("tenant") String tenant,
            @PathParam("team") String id,
            @FormParam("account") @DefaultValue("") String account,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var team = InPath.id(id, TeamId::of);
            teams.take(visit.viewer(), team, InPath.id(account, Subject::new));
            return back(visit, new Holder.Team(team));
        });
    }

    private static Response back(Visit visit, Holder holder) {
        String text = HolderText.of(holder);
        String kind = text.substring(0, text.indexOf(':'));
        String value = URLEncoder.encode(text.substring(text.indexOf(':') + 1), StandardCharsets.UTF_8);
        return Redirect.to(visit.at("/people?" + (kind.equals("person") ? "account" : kind) + "=" + value));
    }

    /** The accounts are asked for between two transactions: no connection is held while the network is waited for. */
    private AccountBook book(HttpServletRequest request, String tenant) {
        Viewer viewer = visits.as(request, tenant, visit -> {
            visit.mustDelegate();
            return visit.viewer();
        });
        return AccountBook.open(accounts, viewer);
    }
}
