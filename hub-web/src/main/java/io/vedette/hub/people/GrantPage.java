package io.vedette.hub.people;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Teams;
import io.vedette.hub.people.hours.HoursForm;
import io.vedette.hub.people.hours.HoursText;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One grant, for whoever gives them: what it allows can change, whom it is for and what it is about cannot. */
@Path("/t/{tenant}/people/grants/{grant}")
@Produces(MediaType.TEXT_HTML)
public class GrantPage {
    private final Visits visits;
    private final AccountBooks books;
    private final Grants grants;
    private final Teams teams;
    private final Roles roles;
    private final PeopleView view;
    private final Clock clock;

    @Inject
    GrantPage(
            Visits visits, AccountBooks books, Grants grants, Teams teams, Roles roles, PeopleView view, Clock clock) {
        this.visits = visits;
        this.books = books;
        this.grants = grants;
        this.teams = teams;
        this.roles = roles;
        this.view = view;
        this.clock = clock;
    }

    /** A grant and what is needed to say what it is about. Inside one transaction. */
    private record Shown(Visit visit, AccessGrant grant, Targets targets, Target target, AccountBook people) {}

    @GET
    public Response show(
            @PathParam("tenant") String tenant, @PathParam("grant") String id, @Context HttpServletRequest request) {
        return with(
                request,
                tenant,
                id,
                shown -> Page.of(form(
                        request,
                        shown,
                        GrantForm.of(shown.grant(), shown.target().zone()))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("grant") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> save(request, visit, id, form))
                .orElseGet(() -> with(request, tenant, id, shown -> Page.again(form(request, shown, form))));
    }

    private Optional<Response> save(HttpServletRequest request, Visit visit, String id, FormInput form) {
        AccessGrant grant = given(visit, id);
        Target target = about(view.targets(visit, request), grant).orElseThrow(Refusal::notFound);
        if (!isAbout(form, grant, target)) {
            form.wrong("version", "form.changed");
        }
        return GrantForm.change(form, grant.terms(), target.zone(), clock.instant())
                .filter(terms -> within(visit, grant, terms, form))
                .filter(terms -> changed(visit, grant, terms, form))
                .map(terms -> back(visit, grant.holder()));
    }

    /** Whether the form is about the grant as it is: its version, and the clock by which its times are typed. */
    private static boolean isAbout(FormInput form, AccessGrant grant, Target target) {
        return form.text("version").equals(String.valueOf(grant.version()))
                && form.text("zone").equals(target.zone().getId());
    }

    private boolean within(Visit visit, AccessGrant grant, GrantTerms terms, FormInput form) {
        above(visit, grant).ifPresent(above -> PassedOn.beyond(terms, above.terms(), form));
        return !form.anyWrong();
    }

    private Optional<AccessGrant> above(Visit visit, AccessGrant grant) {
        return grant.under().map(above -> grants.get(visit.viewer(), above));
    }

    /** Whoever may make the grant narrower and no wider is told so, and keeps what they typed. */
    private boolean changed(Visit visit, AccessGrant grant, GrantTerms terms, FormInput form) {
        try {
            grants.change(visit.viewer(), grant.id(), terms);
            return true;
        } catch (Refusal refusal) {
            if (refusal.problem() != Problem.MISSING_RIGHT) {
                throw refusal;
            }
            return form.refuse("version", "form.grant.wider");
        }
    }

    @POST
    @Path("/take-back")
    public Response takeBack(
            @PathParam("tenant") String tenant, @PathParam("grant") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Holder holder = given(visit, id).holder();
            grants.takeBack(visit.viewer(), InPath.id(id, GrantId::of));
            return back(visit, holder);
        });
    }

    private Response with(HttpServletRequest request, String tenant, String id, Function<Shown, Response> work) {
        AccountBook people = books.open(request, tenant);
        return visits.as(request, tenant, visit -> {
            AccessGrant grant = given(visit, id);
            Targets targets = view.targets(visit, request);
            Target target = about(targets, grant).orElseThrow(Refusal::notFound);
            return work.apply(new Shown(visit, grant, targets, target, people));
        });
    }

    private static Optional<Target> about(Targets targets, AccessGrant grant) {
        return Optional.ofNullable(targets.of(List.of(grant)).get(Target.value(grant.what())));
    }

    private AccessGrant given(Visit visit, String id) {
        visit.must(Permission.DELEGATE);
        return grants.get(visit.viewer(), InPath.id(id, GrantId::of));
    }

    private View form(HttpServletRequest request, Shown shown, FormInput form) {
        Visit visit = shown.visit();
        AccessGrant grant = shown.grant();
        Locale language = Languages.of(request);
        var tenant = visit.viewer().tenant();
        HolderNames names = HolderNames.of(shown.people(), teams.all(tenant), roles.all(tenant), language);
        if (!isAbout(form, grant, shown.target())) { // what is saved next is saved over what is shown now
            form.preset("version", String.valueOf(grant.version()))
                    .preset("zone", shown.target().zone().getId());
        }
        List<GrantLine> whole = above(visit, grant).stream()
                .flatMap(above -> about(shown.targets(), above).stream()
                        .map(target -> GrantLine.of(above, target, names, clock.instant(), language)))
                .toList();
        return Frame.view(
                request,
                visit,
                "people",
                "people/grant",
                Map.of(
                        "grant", GrantLine.of(grant, shown.target(), names, clock.instant(), language),
                        "name", names.of(grant.holder()),
                        "holder", HolderText.query(grant.holder()),
                        "person", grant.holder() instanceof Holder.Person,
                        "whole", whole,
                        "kept", kept(grant, shown.target().zone(), language),
                        "actions", Stream.of(Action.values()).map(Enum::name).toList(),
                        "days", HoursText.days(language),
                        "form", form));
    }

    /** The hours that the form cannot say. */
    private static String kept(AccessGrant grant, ZoneId zone, Locale language) {
        return grant.terms()
                .hours()
                .filter(hours -> !HoursForm.says(hours, zone))
                .map(hours -> HoursText.words(hours, language))
                .orElse("");
    }

    private static Response back(Visit visit, Holder holder) {
        return Redirect.to(visit.at("/people?" + HolderText.query(holder)));
    }
}
