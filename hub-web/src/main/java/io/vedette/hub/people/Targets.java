package io.vedette.hub.people;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.AccessGrant;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.GrantWish;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a grant can be about, as far as one viewer may know of it: cameras and groups, with the zone of their site. */
final class Targets {
    private static final String CAMERA = "camera:";
    private static final String GROUP = "group:";

    private final Map<String, Target> byValue = new LinkedHashMap<>();

    static Targets of(Viewer viewer, Cameras cameras, Sites sites) {
        var targets = new Targets();
        Map<SiteId, Site> siteOf = sites.all(viewer).stream().collect(Collectors.toMap(Site::id, Function.identity()));
        List<Camera> all = cameras.all(viewer);
        for (CameraGroup group : sites.groups(viewer)) {
            Optional<Site> site = Optional.ofNullable(siteOf.get(group.site()));
            targets.add(new Target(
                    GROUP + group.id(),
                    site.map(place -> place.name() + " / ").orElse("") + group.name(),
                    true,
                    site.map(Site::zone).orElse(ZoneOffset.UTC),
                    new GrantWish.WholeGroup(group.id())));
        }
        for (Camera camera : all) {
            targets.add(new Target(
                    CAMERA + camera.id(),
                    camera.name(),
                    false,
                    Optional.ofNullable(siteOf.get(camera.site()))
                            .map(Site::zone)
                            .orElse(ZoneOffset.UTC),
                    new GrantWish.OneCamera(camera.id())));
        }
        return targets;
    }

    private void add(Target target) {
        byValue.put(target.value(), target);
    }

    List<Target> all() {
        return new ArrayList<>(byValue.values());
    }

    Optional<Target> find(String value) {
        return Optional.ofNullable(byValue.get(value));
    }

    /** What a grant is about; empty when its viewer may not know of it. */
    Optional<Target> of(AccessGrant grant) {
        Optional<String> camera = grant.camera().map(CameraId::toString).map(CAMERA::concat);
        Optional<String> group = grant.group().map(GroupId::toString).map(GROUP::concat);
        return camera.or(() -> group).flatMap(this::find);
    }
}
