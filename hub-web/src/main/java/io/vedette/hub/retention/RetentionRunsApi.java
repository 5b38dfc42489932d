package io.vedette.hub.retention;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.recordings.entity.Moves;
import io.vedette.hub.retention.RunDocuments.MoveDocument;
import io.vedette.hub.retention.RunDocuments.RetentionRunDocument;
import io.vedette.hub.retention.RunDocuments.RetentionRunList;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** What the last runs of retention did, for programs of owners. */
@Path("/api/v1/t/{tenant}/retention-runs")
@Produces(MediaType.APPLICATION_JSON)
public class RetentionRunsApi {
    private final Visits visits;
    private static final int MOVES = 100;

    private final RetentionRuns runs;
    private final Moves moves;

    @Inject
    RetentionRunsApi(Visits visits, RetentionRuns runs, Moves moves) {
        this.visits = visits;
        this.runs = runs;
        this.moves = moves;
    }

    @GET
    public RetentionRunList list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            TenantId tenantId = visit.viewer().tenant();
            return new RetentionRunList(
                    runs.all(tenantId).stream().map(RetentionRunDocument::of).toList(),
                    moves.all(tenantId, MOVES).stream().map(MoveDocument::of).toList());
        });
    }
}
