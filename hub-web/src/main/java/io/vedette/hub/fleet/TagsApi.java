package io.vedette.hub.fleet;

import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Tags;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** Tags for programs. */
@Path("/api/v1/t/{tenant}")
@Produces(MediaType.APPLICATION_JSON)
public class TagsApi {
    private final Visits visits;
    private final Tags tags;

    @Inject
    TagsApi(Visits visits, Tags tags) {
        this.visits = visits;
        this.tags = tags;
    }

    @GET
    @Path("/tags")
    public TagsDocument all(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> TagsDocument.of(tags.all(visit.viewer())));
    }
}
