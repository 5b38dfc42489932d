package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.recordings.entity.FoundRecordings;
import io.vedette.hub.recordings.entity.Place;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recordings of many cameras, as the numbers of the first page count them. What narrows the list is in the address. */
@Path("/t/{tenant}/found")
@Produces(MediaType.TEXT_HTML)
public class FoundResource {
    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

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
            @QueryParam("site") @Nullable String site,
            @QueryParam("camera") @Nullable String camera,
            @QueryParam("place") @Nullable String place,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("page") @DefaultValue("1") String page,
            @Context HttpServletRequest http) {
        Address address = Address.of("/t/" + tenant + "/found", 1)
                .with("site", site)
                .with("camera", camera)
                .with("place", place)
                .with("from", from)
                .with("to", to)
                .on(Asked.number(page));
        var filter = new FoundRecordings.Filter(
                Asked.given(site).map(text -> InPath.id(text, SiteId::of)),
                Asked.given(camera).map(text -> InPath.id(text, CameraId::of)),
                Asked.given(place).map(FoundResource::place),
                Asked.given(from).map(FoundResource::instant).orElse(Instant.EPOCH),
                Asked.given(to).map(FoundResource::instant).orElse(LAST));
        return visits.as(
                http,
                tenant,
                visit -> Frame.view(
                        http,
                        visit,
                        "recordings",
                        "recordings/found",
                        Map.of("found", found.recordings(visit, filter, address, Languages.of(http)))));
    }

    private static Place place(String code) {
        return Arrays.stream(Place.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(Asked::invalid);
    }

    private static Instant instant(String text) {
        try {
            Instant at = Instant.parse(text);
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
                throw Asked.invalid();
            }
            return at;
        } catch (DateTimeException e) {
            throw Asked.invalid();
        }
    }
}
