package io.vedette.hub.people;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.grants.Team;
import io.vedette.hub.cameras.grants.TeamId;
import io.vedette.hub.cameras.grants.Teams;
import io.vedette.hub.platform.web.IfMatch;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.tenancy.Name;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Teams for programs, which keep them in step with whatever list of shifts there is elsewhere. */
@Path("/api/v1/t/{tenant}/teams")
@Produces(MediaType.APPLICATION_JSON)
public class TeamsApi {
    private final Visits visits;
    private final AccountBooks books;
    private final KnownMembers known;
    private final Teams teams;

    @Inject
    TeamsApi(Visits visits, AccountBooks books, KnownMembers known, Teams teams) {
        this.visits = visits;
        this.books = books;
        this.known = known;
        this.teams = teams;
    }

    @GET
    public TeamDocument.TeamList list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            var members = teams.members(visit.viewer().tenant());
            return new TeamDocument.TeamList(teams.all(visit.viewer().tenant()).stream()
                    .map(team -> TeamDocument.of(team, members))
                    .toList());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(
            @PathParam("tenant") String tenant, TeamDocument.NewTeam wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Team made = teams.make(visit.viewer(), TeamId.fresh(), new Name(wish.name()));
            URI at = URI.create("/api/v1" + visit.at("/teams/" + made.id()));
            return answer(Response.created(at), visit.viewer(), made);
        });
    }

    @GET
    @Path("/{team}")
    public Response one(
            @PathParam("tenant") String tenant, @PathParam("team") String team, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            return answer(
                    Response.ok(), visit.viewer(), teams.get(visit.viewer().tenant(), InPath.id(team, TeamId::of)));
        });
    }

    @PUT
    @Path("/{team}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rename(
            @PathParam("tenant") String tenant,
            @PathParam("team") String team,
            @HeaderParam("If-Match") @Nullable String match,
            TeamDocument.NewTeam wish,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            Team now = teams.get(visit.viewer().tenant(), InPath.id(team, TeamId::of));
            IfMatch.demand(match, now.version());
            return answer(Response.ok(), visit.viewer(), teams.rename(visit.viewer(), now.id(), new Name(wish.name())));
        });
    }

    @DELETE
    @Path("/{team}")
    public Response remove(
            @PathParam("tenant") String tenant, @PathParam("team") String team, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            teams.remove(visit.viewer(), InPath.id(team, TeamId::of));
            return Response.noContent().build();
        });
    }

    @PUT
    @Path("/{team}/accounts/{account}")
    public Response putIn(
            @PathParam("tenant") String tenant,
            @PathParam("team") String id,
            @PathParam("account") String account,
            @Context HttpServletRequest request) {
        AccountBook book = books.open(request, tenant);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            Team team = teams.get(visit.viewer().tenant(), InPath.id(id, TeamId::of));
            Subject subject = InPath.id(account, Subject::new);
            known.demand(visit.viewer(), book, subject);
            teams.put(visit.viewer(), team.id(), subject);
            return Response.noContent().build();
        });
    }

    @DELETE
    @Path("/{team}/accounts/{account}")
    public Response takeOut(
            @PathParam("tenant") String tenant,
            @PathParam("team") String team,
            @PathParam("account") String account,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            teams.take(visit.viewer(), InPath.id(team, TeamId::of), InPath.id(account, Subject::new));
            return Response.noContent().build();
        });
    }

    private Response answer(Response.ResponseBuilder builder, Viewer viewer, Team team) {
        return builder.entity(TeamDocument.of(team, teams.members(viewer.tenant())))
                .header("ETag", IfMatch.tag(team.version()))
                .build();
    }
}
