package io.vedette.hub.retention;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.retention.RetentionDocument.RetentionRunDocument;
import io.vedette.hub.retention.RetentionDocument.RetentionRunList;
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
    private final RetentionRuns runs;

    @Inject
    RetentionRunsApi(Visits visits, RetentionRuns runs) {
        this.visits = visits;
        this.runs = runs;
    }

    @GET
    public RetentionRunList list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return new RetentionRunList(runs.all(visit.viewer().tenant()).stream()
                    .map(RetentionRunDocument::of)
                    .toList());
        });
    }
}
