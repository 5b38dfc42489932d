package io.vedette.hub.people;

import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.people.InvitationDocument.InvitationList;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Invitations for programs, for whoever may delegate. What an invited person is to see is a grant held by the invitation. */
@Path("/api/v1/t/{tenant}/invitations")
@Produces(MediaType.APPLICATION_JSON)
public class InvitationsApi {
    private static final Logger LOG = LoggerFactory.getLogger(InvitationsApi.class);

    private final Visits visits;
    private final Invitations invitations;
    private final Invite invite;

    @Inject
    InvitationsApi(Visits visits, Invitations invitations, Invite invite) {
        this.visits = visits;
        this.invitations = invitations;
        this.invite = invite;
    }

    @GET
    public InvitationList waiting(
            @PathParam("tenant") String tenant,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var ask = PageAsk.of("invitations", limit, cursor);
            var page = ask.slice(
                    invitations.page(visit.viewer(), ask),
                    one -> one.invitedAt().toString(),
                    one -> one.id().value(),
                    "/api/v1" + visit.at("/invitations"),
                    Map.of());
            return new InvitationList(page.map(InvitationDocument::of), page.next());
        });
    }

    /** Somebody who can come in already is a conflict. The answer says whether a mail has left. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response invite(
            @PathParam("tenant") String tenant, InvitationRequest wish, @Context HttpServletRequest request) {
        Viewer viewer = visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            return visit.viewer();
        });
        Email email = wish.email();
        mustBeStranger(viewer, email);
        var id = InvitationId.fresh();
        visits.as(request, tenant, visit -> invitations.invite(visit.viewer(), id, email, wish.role(), wish.days()));
        invite.send(noted -> visits.as(request, tenant, noted), viewer.tenant(), id, email);
        return visits.as(
                request,
                tenant,
                visit -> Response.created(URI.create("/api/v1" + visit.at("/invitations/" + id)))
                        .entity(InvitationDocument.of(invitations.get(visit.viewer(), id)))
                        .build());
    }

    private void mustBeStranger(Viewer viewer, Email email) {
        try {
            if (invite.isMember(viewer.tenant(), email)) {
                throw new Refusal(Problem.CONFLICT);
            }
        } catch (Unreachable e) {
            LOG.warn("nobody can be invited: {}", e.getMessage());
            throw new Refusal(Problem.LOGIN_DOWN);
        }
    }

    @DELETE
    @Path("/{invitation}")
    public void takeBack(
            @PathParam("tenant") String tenant,
            @PathParam("invitation") String id,
            @Context HttpServletRequest request) {
        visits.as(request, tenant, visit -> {
            invite.takeBack(visit.viewer(), InPath.id(id, InvitationId::of));
            return visit;
        });
    }
}
