package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.platform.web.View;
import io.vedette.hub.recordings.entity.HeldRecordings;
import io.vedette.hub.recordings.entity.Hold;
import io.vedette.hub.recordings.entity.Recording;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The list of what is on hold. */
@Path("/t/{tenant}/holds")
@Produces(MediaType.TEXT_HTML)
public class HoldPages {
    private final Visits visits;
    private final HeldRecordings held;
    private final Cameras cameras;
    private final Clock clock;

    @Inject
    HoldPages(Visits visits, HeldRecordings held, Cameras cameras, Clock clock) {
        this.visits = visits;
        this.held = held;
        this.cameras = cameras;
        this.clock = clock;
    }

    /** A recording that is on hold. */
    public record HoldLine(String id, String camera, Moment began, String by, Moment since, String why) {}

    @GET
    public View list(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            visit.must(Permission.ARRANGE);
            return Frame.view(
                    request,
                    visit,
                    "recordings",
                    "settings/holds",
                    Map.of("holds", lines(visit, Languages.of(request))));
        });
    }

    private List<HoldLine> lines(Visit visit, Locale language) {
        List<Recording> all = held.all(visit.viewer(), HoldsApi.MOST);
        Map<CameraId, String> names =
                cameras
                        .of(
                                visit.viewer(),
                                all.stream().map(Recording::camera).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Camera::id, Camera::name));
        return all.stream()
                .map(one -> {
                    Hold hold = one.hold().orElseThrow();
                    return new HoldLine(
                            one.id().toString(),
                            names.getOrDefault(one.camera(), ""),
                            Moment.of(one.startedAt(), ZoneOffset.UTC, clock.instant(), language),
                            hold.name(),
                            Moment.of(hold.since(), ZoneOffset.UTC, clock.instant(), language),
                            hold.why().text());
                })
                .toList();
    }
}
