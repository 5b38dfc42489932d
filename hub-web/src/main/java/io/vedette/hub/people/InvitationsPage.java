package io.vedette.hub.people;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forms of the people page that invite, send again and take back. */
@Path("/t/{tenant}/people/invitations")
@Produces(MediaType.TEXT_HTML)
public class InvitationsPage {
    private static final Logger LOG = LoggerFactory.getLogger(InvitationsPage.class);

    private final Visits visits;
    private final AccountBooks books;
    private final Invitations invitations;
    private final Invite invite;
    private final PeopleView view;

    @Inject
    InvitationsPage(Visits visits, AccountBooks books, Invitations invitations, Invite invite, PeopleView view) {
        this.visits = visits;
        this.books = books;
        this.invitations = invitations;
        this.invite = invite;
        this.view = view;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        Viewer viewer = delegating(tenant, request);
        FormInput form = FormInput.of(fields);
        Optional<Email> email = form.read("email", Email::new, "form.email.wrong");
        Role role = InPath.id(form.text("invite-role"), Role::standard);
        int days = InPath.id(form.text("days"), Integer::valueOf);
        email.ifPresent(address -> stranger(viewer.tenant(), address, form));
        if (email.isEmpty() || form.anyWrong()) {
            AccountBook book = books.open(request, tenant);
            return visits.as(request, tenant, visit -> view.show(request, visit, book, "", form));
        }
        var id = InvitationId.fresh();
        try {
            visits.as(request, tenant, visit -> invitations.invite(visit.viewer(), id, email.get(), role, days));
        } catch (Refusal refusal) { // rolled back with it
            if (refusal.problem() != Problem.QUOTA) {
                throw refusal;
            }
            form.wrong("email", "form.email.quota");
            AccountBook book = books.open(request, tenant);
            return visits.as(request, tenant, visit -> view.show(request, visit, book, "", form));
        }
        return sent(tenant, request, viewer.tenant(), id, email.get());
    }

    private void stranger(TenantId tenant, Email email, FormInput form) {
        try {
            if (invite.isMember(tenant, email)) {
                form.wrong("email", "form.email.member");
            }
        } catch (Unreachable e) {
            LOG.warn("nobody can be invited: {}", e.getMessage());
            form.wrong("email", "form.email.unreachable");
        }
    }

    @POST
    @Path("/{invitation}/send")
    public Response send(
            @PathParam("tenant") String tenant,
            @PathParam("invitation") String text,
            @Context HttpServletRequest request) {
        InvitationId id = InPath.id(text, InvitationId::of);
        Viewer viewer = delegating(tenant, request);
        Email email = visits.as(
                request, tenant, visit -> invitations.get(visit.viewer(), id).email());
        return sent(tenant, request, viewer.tenant(), id, email);
    }

    private Response sent(String tenant, HttpServletRequest request, TenantId where, InvitationId id, Email email) {
        invite.send(noted -> visits.as(request, tenant, noted), where, id, email);
        return visits.as(request, tenant, visit -> Redirect.to(visit.at("/people?invitation=" + id)));
    }

    @POST
    @Path("/{invitation}/take-back")
    public Response takeBack(
            @PathParam("tenant") String tenant,
            @PathParam("invitation") String text,
            @Context HttpServletRequest request) {
        InvitationId id = InPath.id(text, InvitationId::of);
        return visits.as(request, tenant, visit -> {
            invite.takeBack(visit.viewer(), id);
            return Redirect.to(visit.at("/people"));
        });
    }

    private Viewer delegating(String tenant, HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            return visit.viewer();
        });
    }
}
