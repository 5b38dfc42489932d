package io.vedette.hub.reconcile;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Page;
import io.vedette.hub.platform.web.Redirect;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.reconcile.ReconcileLine.FindingLine;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.StorageProviders;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Is everything where it should be? For owners: begins comparisons, shows how far they are and what they found. */
@Path("/t/{tenant}/settings/compare")
@Produces(MediaType.TEXT_HTML)
public class ReconcilePages {
    private static final int SHOWN = 200;
    /** In the form; no id of a provider looks like it. */
    private static final String FOLDER = "folder";

    private final Visits visits;
    private final ReconcileRuns runs;
    private final StorageProviders providers;
    private final Clock clock;

    @Inject
    ReconcilePages(Visits visits, ReconcileRuns runs, StorageProviders providers, Clock clock) {
        this.visits = visits;
        this.runs = runs;
        this.providers = providers;
        this.clock = clock;
    }

    /** A place that can be chosen. */
    public record PlaceChoice(String id, String name) {}

    @GET
    public View list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return list(request, visit, FormInput.empty());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(
            @PathParam("tenant") String tenant,
            MultivaluedMap<String, String> fields,
            @Context HttpServletRequest request) {
        FormInput form = FormInput.of(fields);
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            Optional<Optional<StorageProviderId>> place = form.read(
                            "place", ReconcilePages::place, "form.compare.place")
                    .filter(at -> free(visit, form, at));
            if (place.isEmpty()) {
                return Page.again(list(request, visit, form));
            }
            ReconcileRun run = runs.begin(visit.viewer(), place.get(), form.chosen("reading", "on"));
            return Redirect.to(at(visit, run.id()));
        });
    }

    private static Optional<StorageProviderId> place(String text) {
        return text.equals(FOLDER) ? Optional.empty() : Optional.of(StorageProviderId.of(text));
    }

    private boolean free(Visit visit, FormInput form, Optional<StorageProviderId> place) {
        boolean running = runs.all(visit.viewer().tenant()).stream()
                .anyMatch(run -> run.provider().equals(place) && run.state() == ReconcileRun.State.RUNNING);
        return !running || form.refuse("place", "form.compare.running");
    }

    @GET
    @Path("/{run}")
    public View one(
            @PathParam("tenant") String tenant, @PathParam("run") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            ReconcileRun run = runs.get(visit.viewer().tenant(), InPath.id(id, ReconcileRunId::of));
            List<FindingLine> findings = runs.findings(visit.viewer().tenant(), run.id(), SHOWN).stream()
                    .map(FindingLine::of)
                    .toList();
            return Frame.view(
                    request,
                    visit,
                    "settings",
                    "settings/comparison",
                    Map.of("run", line(run, Languages.of(request)), "findings", findings));
        });
    }

    @POST
    @Path("/{run}/cancel")
    public Response cancel(
            @PathParam("tenant") String tenant, @PathParam("run") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            var of = InPath.id(id, ReconcileRunId::of);
            runs.cancel(visit.viewer(), of);
            return Redirect.to(at(visit, of));
        });
    }

    private static String at(Visit visit, ReconcileRunId id) {
        return visit.at("/settings/compare/" + id);
    }

    private ReconcileLine line(ReconcileRun run, Locale language) {
        return ReconcileLine.of(run, clock.instant(), language);
    }

    private View list(HttpServletRequest request, Visit visit, FormInput form) {
        Locale language = Languages.of(request);
        var lines = runs.all(visit.viewer().tenant()).stream()
                .map(run -> line(run, language))
                .toList();
        var places = providers.all(visit.viewer().tenant()).stream()
                .map(one -> new PlaceChoice(one.id().toString(), one.name()))
                .toList();
        return Frame.view(
                request, visit, "settings", "settings/compare", Map.of("runs", lines, "places", places, "form", form));
    }
}
