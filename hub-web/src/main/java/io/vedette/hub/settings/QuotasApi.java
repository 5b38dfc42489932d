package io.vedette.hub.settings;

import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.livestream.LiveMinutes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;

/** Quotas and what is used of them, for programs of owners. */
@Path("/api/v1/t/{tenant}/quotas")
@Produces(MediaType.APPLICATION_JSON)
public class QuotasApi {
    private final Visits visits;
    private final TenantUse use;
    private final Clock clock;

    @Inject
    QuotasApi(Visits visits, TenantUse use, Clock clock) {
        this.visits = visits;
        this.use = use;
        this.clock = clock;
    }

    @GET
    public QuotasDocument quotas(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.OWN);
            return QuotasDocument.of(
                    LiveMinutes.month(clock), use.of(visit.viewer().tenant()));
        });
    }
}
