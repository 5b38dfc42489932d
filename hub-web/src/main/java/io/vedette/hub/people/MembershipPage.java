package io.vedette.hub.people;

import io.vedette.hub.access.KeepOut;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
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
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Forms of the people page about one person's membership. */
@Path("/t/{tenant}/people/membership")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class MembershipPage {
    private final Visits visits;
    private final AccountBooks books;
    private final KeepOut keepOut;
    private final EndMembership end;
    private final KnownMembers known;
    private final PeopleView view;

    @Inject
    MembershipPage(
            Visits visits,
            AccountBooks books,
            KeepOut keepOut,
            EndMembership end,
            KnownMembers known,
            PeopleView view) {
        this.known = known;
        this.visits = visits;
        this.books = books;
        this.keepOut = keepOut;
        this.end = end;
        this.view = view;
    }

    @POST
    @Path("/suspend")
    public Response suspend(
            @PathParam("tenant") String tenant,
            @FormParam("account") @DefaultValue("") String account,
            @Context HttpServletRequest request) {
        return change(tenant, account, request, keepOut::suspend, MembershipPage::person);
    }

    @POST
    @Path("/lift")
    public Response lift(
            @PathParam("tenant") String tenant,
            @FormParam("account") @DefaultValue("") String account,
            @Context HttpServletRequest request) {
        return change(tenant, account, request, keepOut::lift, MembershipPage::person);
    }

    @POST
    @Path("/remove")
    public Response remove(
            @PathParam("tenant") String tenant,
            @FormParam("account") @DefaultValue("") String account,
            @Context HttpServletRequest request) {
        return change(tenant, account, request, end::of, (visit, gone) -> visit.at("/people"));
    }

    private Response change(
            String tenant,
            String account,
            HttpServletRequest request,
            BiConsumer<Viewer, Subject> act,
            BiFunction<Visit, Subject, String> then) {
        AccountBook book = books.open(request, tenant);
        Subject subject = InPath.id(account, Subject::new);
        try {
            return visits.as(request, tenant, visit -> {
                visit.must(Permission.DELEGATE);
                known.demand(visit.viewer(), book, subject);
                act.accept(visit.viewer(), subject);
                return Redirect.to(then.apply(visit, subject));
            });
        } catch (Refusal refusal) {
            if (refusal.problem() != Problem.CONFLICT) {
                throw refusal;
            }
            FormInput form = FormInput.empty();
            form.wrong("membership", "form.member.last");
            return visits.as(request, tenant, visit -> view.show(request, visit, book, "person:" + subject, form));
        }
    }

    private static String person(Visit visit, Subject subject) {
        return visit.at("/people?" + HolderText.query(new Holder.Person(subject)));
    }
}
