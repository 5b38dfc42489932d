package io.vedette.hub.livestream.wall;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Frame;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.fleet.CameraLine;
import io.vedette.hub.fleet.CameraSight;
import io.vedette.hub.fleet.Fleet;
import io.vedette.hub.platform.web.InPath;
import io.vedette.hub.platform.web.Languages;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.platform.web.View;
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
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The wall of live pictures, and one picture alone. A camera that may not be watched live has no tile, not even a dark one. */
@Path("/t/{tenant}/live")
@Produces(MediaType.TEXT_HTML)
public class WallPage {
    private final Visits visits;
    private final Cameras cameras;
    private final Fleet fleet;
    private final Clock clock;

    @Inject
    WallPage(Visits visits, Cameras cameras, Fleet fleet, Clock clock) {
        this.visits = visits;
        this.cameras = cameras;
        this.fleet = fleet;
        this.clock = clock;
    }

    /**
     * @param layout how many pictures at once: 1, 4 or 9
     * @param page from 1; the rest of the cameras are on the following ones
     */
    @GET
    public View wall(
            @PathParam("tenant") String tenant,
            @QueryParam("layout") @DefaultValue("") String layout,
            @QueryParam("page") @DefaultValue("1") String page,
            @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            List<CameraId> watchable =
                    List.copyOf(cameras.places(visit.viewer(), Action.LIVE).keySet());
            Wall wall = Wall.of(layout, page, watchable.size());
            List<CameraLine> tiles = fleet.of(visit.viewer(), wall.shown(watchable)).stream()
                    .map(sight -> CameraLine.of(sight, clock.instant(), Languages.of(request)))
                    .toList();
            return Frame.view(
                    request,
                    visit,
                    "live",
                    "live/wall",
                    Map.of(
                            "wall",
                            wall,
                            "tiles",
                            tiles,
                            "arranges",
                            visit.viewer().may(Permission.ARRANGE)));
        });
    }

    @GET
    @Path("/{camera}")
    public View one(
            @PathParam("tenant") String tenant, @PathParam("camera") String id, @Context HttpServletRequest request) {
        return visits.as(request, tenant, visit -> {
            CameraSight sight = fleet.get(visit.viewer(), InPath.id(id, CameraId::of));
            if (!sight.actions().contains(Action.LIVE)) {
                throw Refusal.missingRight(Action.LIVE.name());
            }
            return Frame.view(
                    request,
                    visit,
                    "live",
                    "live/camera",
                    Map.of("camera", CameraLine.of(sight, clock.instant(), Languages.of(request))));
        });
    }
}
