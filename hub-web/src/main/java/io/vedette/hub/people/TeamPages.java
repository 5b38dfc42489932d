package io.vedette.hub.people;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.TeamId;
import io.vedette.hub.cameras.grants.Teams;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.tenancy.Name;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The teams of the tenant: made, filled, emptied, taken apart. They are shown beside the people. */
@Path("/t/{tenant}/people/teams")
@Produces(MediaType.TEXT_HTML)
public class TeamPages {
    private final Visits visits;
    private final AccountBooks books;
    private final Teams teams;
    private final PeopleView view;

    @Inject
    TeamPages(Visits visits, AccountBooks books, Teams teams, PeopleView view) {
        this.visits = visits;
        this.books = books;
        this.teams = teams;
        this.view = view;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response makeTeam(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        AccountBook book = books.open(request, tenant);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            Optional<Name> name = form.read("team-name", Name::new, "form.name.wrong");
            if (name.filter(one -> taken(visit, one)).isPresent()) {
                form.wrong("team-name", "form.team.taken");
            }
            if (name.isEmpty() || form.anyWrong()) {
                return view.show(request, visit, book, "", form);
            }
            var made = teams.make(visit.viewer(), TeamId.fresh(), name.get());
            return back(visit, made.id());
        });
    }

    private boolean taken(Visit visit, Name name) {
        return teams.all(visit.viewer().tenant()).stream()
                .anyMatch(team -> team.name().equals(name.value()));
    }

    @POST
    @Path("/{team}/remove")
    public Response removeTeam(
            @PathParam("tenant") String tenant, @PathParam("team") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            teams.remove(visit.viewer(), InPath.id(id, TeamId::of));
            return Redirect.to(visit.at("/people"));
        });
    }

    @POST
    @Path("/{team}/members")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response putIn(
            @PathParam("tenant") String tenant,
            @PathParam("team") String id,
            @FormParam("account") @DefaultValue("") String account,
            @Context HttpServletRequest request) {
        AccountBook book = books.open(request, tenant);
        return visits.as(request, tenant, visit -> {
            var team = InPath.id(id, TeamId::of);
            teams.get(visit.viewer().tenant(), team); // a team that is not there is said first, whoever is to be in it
            var member = book.member(InPath.id(account, Subject::new));
            teams.put(visit.viewer(), team, member.subject());
            return back(visit, team);
        });
    }

    @POST
    @Path("/{team}/members/take")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response takeOut(
            @PathParam("tenant") String tenant,
            @PathParam("team") String id,
            @FormParam("account") @DefaultValue("") String account,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var team = InPath.id(id, TeamId::of);
            teams.take(visit.viewer(), team, InPath.id(account, Subject::new));
            return back(visit, team);
        });
    }

    private static Response back(Visit visit, TeamId team) {
        return Redirect.to(visit.at("/people?" + HolderText.query(new Holder.Team(team))));
    }
}
