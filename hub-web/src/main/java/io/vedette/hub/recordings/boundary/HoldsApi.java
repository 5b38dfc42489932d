package io.vedette.hub.recordings.boundary;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.recordings.boundary.HoldDocument.HoldList;
import io.vedette.hub.recordings.entity.HeldRecordings;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** What is on hold, for programs. */
@Path("/api/v1/t/{tenant}/holds")
@Produces(MediaType.APPLICATION_JSON)
public class HoldsApi {
    static final int MOST = 500;

    private final Visits visits;
    private final HeldRecordings held;

    @Inject
    HoldsApi(Visits visits, HeldRecordings held) {
        this.visits = visits;
        this.held = held;
    }

    @GET
    public HoldList list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.ARRANGE);
            return new HoldList(held.all(visit.viewer(), MOST).stream()
                    .map(HoldDocument::of)
                    .toList());
        });
    }
}
