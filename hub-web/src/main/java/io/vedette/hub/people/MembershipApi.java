package io.vedette.hub.people;

import io.vedette.hub.access.KeepOut;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.InPath;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.function.BiConsumer;

/** Memberships for programs: suspended, taken up again, ended. */
@Path("/api/v1/t/{tenant}")
@Produces(MediaType.APPLICATION_JSON)
public class MembershipApi {
    private final Visits visits;
    private final AccountBooks books;
    private final KeepOut keepOut;
    private final EndMembership end;
    private final KnownMembers known;

    @Inject
    MembershipApi(Visits visits, AccountBooks books, KeepOut keepOut, EndMembership end, KnownMembers known) {
        this.known = known;
        this.visits = visits;
        this.books = books;
        this.keepOut = keepOut;
        this.end = end;
    }

    @PUT
    @Path("/accounts/{account}/suspension")
    public void suspend(
            @PathParam("tenant") String tenant,
            @PathParam("account") String account,
            @Context HttpServletRequest request) {
        change(tenant, account, request, keepOut::suspend);
    }

    @DELETE
    @Path("/accounts/{account}/suspension")
    public void letIn(
            @PathParam("tenant") String tenant,
            @PathParam("account") String account,
            @Context HttpServletRequest request) {
        change(tenant, account, request, keepOut::lift);
    }

    @DELETE
    @Path("/accounts/{account}")
    public void remove(
            @PathParam("tenant") String tenant,
            @PathParam("account") String account,
            @Context HttpServletRequest request) {
        change(tenant, account, request, end::of);
    }

    @DELETE
    @Path("/me")
    public void leave(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        visits.as(request, tenant, visit -> {
            visit.mustBeInPerson();
            visit.mustBelong();
            end.own(visit.viewer());
            return visit;
        });
    }

    private void change(String tenant, String account, HttpServletRequest request, BiConsumer<Viewer, Subject> act) {
        AccountBook book = books.open(request, tenant);
        Subject subject = InPath.id(account, Subject::new);
        visits.as(request, tenant, visit -> {
            visit.must(Permission.DELEGATE);
            known.demand(visit.viewer(), book, subject);
            act.accept(visit.viewer(), subject);
            return visit;
        });
    }
}
