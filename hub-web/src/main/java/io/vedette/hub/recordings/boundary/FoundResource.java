package io.vedette.hub.recordings.boundary;

import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Visits;
import io.vedette.hub.platform.web.Asked;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.View;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** Recordings of many cameras, as the numbers of the first page count them. What narrows the list is in the address. */
@Path("/t/{tenant}/found")
@Produces(MediaType.TEXT_HTML)
public class FoundResource {
    private final Visits visits;
    private final FoundPage found;

    @Inject
    FoundResource(Visits visits, FoundPage found) {
        this.visits = visits;
        this.found = found;
    }

    @GET
    public View recordings(
            @PathParam("tenant") String tenant,
            @BeanParam FoundFilter filter,
            @QueryParam("page") @DefaultValue("1") String page,
            @Context HttpServletRequest http) {
        Address address = filter.on(Address.of("/t/" + tenant + "/found", 1)).on(Asked.number("page", page));
        var wanted = filter.read();
        return visits.as(
                http,
                tenant,
                visit -> Frame.view(
                        http,
                        visit,
                        "recordings",
                        "recordings/found",
                        Map.of("found", found.recordings(visit, wanted, address, Languages.of(http)))));
    }
}
