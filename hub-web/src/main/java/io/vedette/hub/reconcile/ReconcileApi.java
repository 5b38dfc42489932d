package io.vedette.hub.reconcile;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.reconcile.ReconcileDocument.FindingDocument;
import io.vedette.hub.reconcile.ReconcileDocument.FindingList;
import io.vedette.hub.reconcile.ReconcileDocument.NewReconcile;
import io.vedette.hub.reconcile.ReconcileDocument.ReconcileList;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Comparisons of storage with the list of recordings, for programs of owners. */
@Path("/api/v1/t/{tenant}/reconcile-runs")
@Produces(MediaType.APPLICATION_JSON)
public class ReconcileApi {
    private final Visits visits;
    private final ReconcileRuns runs;

    @Inject
    ReconcileApi(Visits visits, ReconcileRuns runs) {
        this.visits = visits;
        this.runs = runs;
    }

    @GET
    public ReconcileList list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return new ReconcileList(runs.all(visit.viewer().tenant()).stream()
                    .map(ReconcileDocument::of)
                    .toList());
        });
    }

    /** Begins within some seconds. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(@PathParam("tenant") String tenant, NewReconcile wish, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            ReconcileRun run = runs.begin(visit.viewer(), wish.at(), wish.reading());
            return Response.created(URI.create("/api/v1" + visit.at("/reconcile-runs/" + run.id())))
                    .entity(ReconcileDocument.of(run))
                    .build();
        });
    }

    @GET
    @Path("/{run}")
    public ReconcileDocument one(
            @PathParam("tenant") String tenant, @PathParam("run") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> ReconcileDocument.of(get(visit, id)));
    }

    /** Calls it off. What it has found so far stays. */
    @DELETE
    @Path("/{run}")
    public void cancel(
            @PathParam("tenant") String tenant, @PathParam("run") String id, @Context HttpServletRequest request) {
        visits.as(request, tenant, visit -> {
            runs.cancel(visit.viewer(), InPath.id(id, ReconcileRunId::of));
            return visit;
        });
    }

    @GET
    @Path("/{run}/findings")
    public FindingList findings(
            @PathParam("tenant") String tenant, @PathParam("run") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            ReconcileRun of = get(visit, id);
            return new FindingList(runs.findings(visit.viewer().tenant(), of.id(), ReconcileRuns.FINDINGS).stream()
                    .map(FindingDocument::of)
                    .toList());
        });
    }

    private ReconcileRun get(Visit visit, String id) {
        visit.must(Permission.OWN);
        return runs.get(visit.viewer().tenant(), InPath.id(id, ReconcileRunId::of));
    }
}
