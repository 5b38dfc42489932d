package io.vedette.hub.people;

import io.vedette.hub.access.Account;
import io.vedette.hub.access.Appoint;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
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
import java.util.Optional;
import java.util.stream.Stream;

/** The accounts and teams of the tenant, and the grants and the role of one of them: read, give, take back. */
@Path("/t/{tenant}/people")
@Produces(MediaType.TEXT_HTML)
public class PeoplePage {
    private final Visits visits;
    private final AccountBooks books;
    private final Grants grants;
    private final Roles roles;
    private final Appoint appoint;
    private final PeopleView view;
    private final Clock clock;

    @Inject
    PeoplePage(
            Visits visits,
            AccountBooks books,
            Grants grants,
            Roles roles,
            Appoint appoint,
            PeopleView view,
            Clock clock) {
        this.visits = visits;
        this.books = books;
        this.grants = grants;
        this.roles = roles;
        this.appoint = appoint;
        this.view = view;
        this.clock = clock;
    }

    /**
     * @param account whose grants are shown; nobody's without it, and not found when there is no such person
     * @param team instead of a person
     * @param role instead of a person
     * @param invitation instead of a person
     * @param find words that narrow what can be given
     * @param invited which page of the invitations; without it the one with the chosen one
     */
    @GET
    public Response show(
            @PathParam("tenant") String tenant,
            @QueryParam("account") @DefaultValue("") String account,
            @QueryParam("team") @DefaultValue("") String team,
            @QueryParam("role") @DefaultValue("") String role,
            @QueryParam("invitation") @DefaultValue("") String invitation,
            @QueryParam("find") @DefaultValue("") String find,
            @QueryParam(PeopleView.INVITED) @DefaultValue("") String invited,
            @Context HttpServletRequest request) {
        AccountBook book = books.open(request, tenant);
        FormInput form = FormInput.empty()
                .preset("find", find)
                .preset(PeopleView.INVITED, invited)
                .preset("action", Action.LIVE.name());
        String holder = Stream.of("person:" + account, "team:" + team, "role:" + role, "invitation:" + invitation)
                .filter(one -> !one.substring(one.indexOf(':') + 1).isBlank())
                .findFirst()
                .orElse("");
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
        AccountBook book = books.open(request, tenant);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
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

    /** Only a member has a role here: whoever cannot be looked up now is appointed later. */
    @POST
    @Path("/role")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response appoint(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        AccountBook book = books.open(request, tenant);
        Subject subject = InPath.id(form.text("account"), Subject::new);
        RoleKey wanted = InPath.id(form.text("role"), RoleKey::new);
        try {
            return visits.as(request, tenant, visit -> {
                visit.must(Permission.DELEGATE);
                Account member = book.member(subject);
                appoint.to(
                        visit.viewer(),
                        member.subject(),
                        roles.find(visit.viewer().tenant(), wanted).orElseThrow(Refusal::notFound));
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

    private static Response back(Visit visit, Holder holder) {
        return Redirect.to(visit.at("/people?" + HolderText.query(holder)));
    }
}
