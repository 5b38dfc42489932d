package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.SpanWish;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects what the page shows on which somebody asks for a time. */
@Singleton
public class SpanPage {
    /** More than anybody ticks; the rest is found by its own page, which leads here. */
    private static final int MOST_SHOWN = 300;

    private final Cameras cameras;
    private final Sites sites;

    @Inject
    public SpanPage(Cameras cameras, Sites sites) {
        this.cameras = cameras;
        this.sites = sites;
    }

    /** @param more cameras that are not shown */
    public record Model(List<Offer> cameras, int more, String zone, List<String> priorities) {}

    /** A camera whose recordings the viewer may ask for. */
    public record Offer(String id, String name, String site) {}

    /** The zone in which the form's times are: that of the sites of these cameras, when they have one and the same. */
    ZoneId zone(Viewer viewer, Set<CameraId> chosen) {
        List<Camera> of = cameras.all(viewer, Action.REQUEST_UPLOAD).stream()
                .filter(camera -> chosen.isEmpty() || chosen.contains(camera.id()))
                .toList();
        Map<SiteId, Site> around = sites.around(viewer, of);
        List<ZoneId> zones =
                of.stream().map(camera -> zone(around, camera)).distinct().toList();
        return zones.size() == 1 ? zones.getFirst() : SpanShown.UTC;
    }

    /** The zone that a form was shown with: one of a site that the viewer knows of. */
    ZoneId zone(Viewer viewer, String typed) {
        return sites.all(viewer).stream()
                .map(Site::zone)
                .filter(zone -> zone.getId().equals(typed))
                .findFirst()
                .or(() -> Optional.of(SpanShown.UTC).filter(utc -> utc.getId().equals(typed)))
                .orElseThrow(() -> new Refusal(Problem.INVALID));
    }

    /** What is ticked comes first. */
    Model of(Viewer viewer, FormInput form, ZoneId zone) {
        List<Camera> all = cameras.all(viewer, Action.REQUEST_UPLOAD);
        Map<SiteId, Site> around = sites.around(viewer, all);
        Map<Boolean, List<Camera>> ticked = all.stream()
                .collect(Collectors.partitioningBy(
                        camera -> form.chosen("camera", camera.id().toString())));
        List<Offer> offers = Stream.of(true, false)
                .flatMap(first -> ticked.getOrDefault(first, List.of()).stream())
                .limit(MOST_SHOWN)
                .map(camera -> new Offer(
                        camera.id().toString(),
                        camera.name(),
                        Optional.ofNullable(around.get(camera.site()))
                                .map(Site::name)
                                .orElse("")))
                .toList();
        return new Model(
                offers,
                all.size() - offers.size(),
                zone.getId(),
                SpanWish.PRIORITIES.stream().map(Enum::name).toList());
    }

    private static ZoneId zone(Map<SiteId, Site> around, Camera camera) {
        return Optional.ofNullable(around.get(camera.site())).map(Site::zone).orElse(SpanShown.UTC);
    }
}
