package io.vedette.hub.integrations;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.integrations.IntegrationDocument.LookDocument;
import io.vedette.hub.integrations.IntegrationForm.Wish;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
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
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is told of stored recordings, for owners. */
@Path("/t/{tenant}/settings/integrations")
@Produces(MediaType.TEXT_HTML)
public class IntegrationPages {
    /** How far back one can have told again, in hours. */
    static final List<Integer> HOURS = List.of(1, 24, 24 * 7, 24 * 30);

    private final Visits visits;
    private final Integrations integrations;
    private final LookAtIntegration look;
    private final Clock clock;

    @Inject
    IntegrationPages(Visits visits, Integrations integrations, LookAtIntegration look, Clock clock) {
        this.visits = visits;
        this.integrations = integrations;
        this.look = look;
        this.clock = clock;
    }

    /** What a form to name one looks like: its kind and fields. */
    public record Choice(String kind, List<IntegrationForm.Field> fields) {
        static List<Choice> all() {
            return Stream.of(Target.Kind.values())
                    .map(kind -> new Choice(kind.name(), IntegrationForm.fields(kind)))
                    .toList();
        }
    }

    /** An event that was put aside. */
    public record DeadLine(String what, String said, Moment at) {}

    @GET
    public View list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return list(request, visit, IntegrationForm.blank(), "");
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            Optional<Target.Kind> kind = form.read("kind", Target.Kind::valueOf, "form.integration.kind");
            Optional<Wish> wish = kind.flatMap(one -> IntegrationForm.read(form, one, Optional.empty()))
                    .filter(one -> free(visit, form, one, Optional.empty()));
            if (wish.isEmpty()) {
                return Page.again(
                        list(request, visit, form, kind.map(Enum::name).orElse("")));
            }
            var id = IntegrationId.fresh();
            integrations.add(visit.viewer(), id, wish.get().name(), wish.get().target());
            return Redirect.to(at(visit, id));
        });
    }

    @GET
    @Path("/{integration}")
    public View one(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            Integration one = get(visit, id);
            return one(request, visit, one, IntegrationForm.of(one, integrations.shown(one)), Optional.empty());
        });
    }

    @POST
    @Path("/{integration}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            Integration one = get(visit, id);
            Optional<Wish> wish = IntegrationForm.read(form, one.kind(), Optional.of(() -> integrations.target(one)))
                    .filter(some -> free(visit, form, some, Optional.of(one.id())));
            if (wish.isEmpty()) {
                return Page.again(one(request, visit, one, form, Optional.empty()));
            }
            integrations.change(
                    visit.viewer(), one.id(), wish.get().name(), wish.get().target());
            return Redirect.to(at(visit, one.id()));
        });
    }

    /** Answers with the page itself: what came of it is kept nowhere. */
    @POST
    @Path("/{integration}/look")
    public View look(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            @Context HttpServletRequest request) {
        LookDocument seen = look.run(() -> visits.as(request, tenant, visit -> integrations.target(get(visit, id))));
        return visits.as(request, tenant, visit -> {
            Integration one = get(visit, id);
            return one(request, visit, one, IntegrationForm.of(one, integrations.shown(one)), Optional.of(seen));
        });
    }

    @POST
    @Path("/{integration}/on")
    public Response on(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            @Context HttpServletRequest request) {
        return enable(tenant, id, request, true);
    }

    @POST
    @Path("/{integration}/off")
    public Response off(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            @Context HttpServletRequest request) {
        return enable(tenant, id, request, false);
    }

    @POST
    @Path("/{integration}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replay(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            IntegrationId of = get(visit, id).id();
            form.read("hours", Integer::valueOf, "form.integration.kind")
                    .filter(HOURS::contains)
                    .ifPresent(hours -> integrations.replay(
                            visit.viewer(), of, clock.instant().minus(Duration.ofHours(hours))));
            return Redirect.to(at(visit, of));
        });
    }

    @POST
    @Path("/{integration}/remove")
    public Response remove(
            @PathParam("tenant") String tenant,
            @PathParam("integration") String id,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            integrations.remove(visit.viewer(), InPath.id(id, IntegrationId::of));
            return Redirect.to(visit.at("/settings/integrations"));
        });
    }

    private Response enable(String tenant, String id, HttpServletRequest request, boolean on) {
        return visits.as(request, tenant, visit -> {
            var of = InPath.id(id, IntegrationId::of);
            integrations.enable(visit.viewer(), of, on);
            return Redirect.to(at(visit, of));
        });
    }

    private Integration get(Visit visit, String id) {
        visit.must(Permission.OWN);
        return integrations.get(visit.viewer().tenant(), InPath.id(id, IntegrationId::of));
    }

    private boolean free(Visit visit, FormInput form, Wish wish, Optional<IntegrationId> itself) {
        boolean taken = integrations.taken(visit.viewer().tenant(), wish.name(), itself);
        return !taken || form.refuse("name", "form.integration.taken");
    }

    private static String at(Visit visit, IntegrationId id) {
        return visit.at("/settings/integrations/" + id);
    }

    private IntegrationLine line(Visit visit, Integration one) {
        return IntegrationLine.of(one, integrations.lag(visit.viewer().tenant(), one.id()));
    }

    /** @param open the kind whose form is being filled in; empty for none */
    private View list(HttpServletRequest request, Visit visit, FormInput form, String open) {
        var lines = integrations.all(visit.viewer().tenant()).stream()
                .map(one -> line(visit, one))
                .toList();
        return Frame.view(
                request,
                visit,
                "settings",
                "settings/integrations",
                Map.of(
                        "lines",
                        lines,
                        "choices",
                        Choice.all(),
                        "open",
                        open,
                        "form",
                        form,
                        "blank",
                        IntegrationForm.blank()));
    }

    private View one(
            HttpServletRequest request, Visit visit, Integration one, FormInput form, Optional<LookDocument> seen) {
        Locale language = Languages.of(request);
        Map<String, Object> model = new HashMap<>();
        model.put("line", line(visit, one));
        model.put("choice", new Choice(one.kind().name(), IntegrationForm.fields(one.kind())));
        model.put("hours", HOURS);
        model.put(
                "dead",
                integrations.dead(visit.viewer().tenant(), one.id()).stream()
                        .map(dead -> new DeadLine(
                                dead.kind().name(),
                                dead.said(),
                                Moment.of(dead.diedAt(), ZoneOffset.UTC, clock.instant(), language)))
                        .toList());
        model.put("form", form);
        seen.ifPresent(some -> model.put("seen", some));
        return Frame.view(request, visit, "settings", "settings/integration", model);
    }
}
