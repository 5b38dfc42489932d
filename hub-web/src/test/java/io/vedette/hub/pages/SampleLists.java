package io.vedette.hub.pages;

import io.vedette.hub.fleet.CameraLine;
import io.vedette.hub.fleet.CameraListing;
import io.vedette.hub.fleet.SiteSection;
import io.vedette.hub.fleet.StateCount;
import io.vedette.hub.livestream.wall.Wall;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cameras in lists, on walls and by site, as pages show them. */
final class SampleLists {
    private SampleLists() {}

    static Map<String, Object> wall(Wall wall, List<CameraLine> tiles) {
        return Map.of("wall", wall, "tiles", tiles, "arranges", false);
    }

    static Map<String, Object> list(List<CameraLine> cameras, String state, boolean arranges) {
        return Map.of(
                "listing",
                new CameraListing(cameras.isEmpty() ? List.of() : sites(cameras), 2, arranges),
                "places",
                cameras.isEmpty() ? 0 : 3,
                "count",
                cameras.size(),
                "states",
                states(cameras),
                "state",
                state,
                "arranges",
                arranges);
    }

    static Map<String, Object> noneInState(List<CameraLine> cameras) {
        Map<String, Object> model = new HashMap<>(list(cameras, "connecting", false));
        model.put("listing", new CameraListing(List.of(), 1, false));
        return model;
    }

    static List<SiteSection> sites(List<CameraLine> cameras) {
        return List.of(
                new SiteSection(
                        SamplePages.id(80),
                        "Harbour depot",
                        SamplePages.ZONE.getId(),
                        cameras.stream()
                                .filter(one -> one.site().equals("Harbour depot"))
                                .toList()),
                new SiteSection(
                        SamplePages.id(81),
                        "Mill Lane store",
                        SamplePages.ZONE.getId(),
                        cameras.stream()
                                .filter(one -> !one.site().equals("Harbour depot"))
                                .toList()),
                new SiteSection(SamplePages.id(82), "Head office", SamplePages.ZONE.getId(), List.of()));
    }

    static List<StateCount> states(List<CameraLine> cameras) {
        Map<String, StateCount> counts = new LinkedHashMap<>();
        cameras.forEach(one -> counts.merge(
                one.state(),
                new StateCount(one.state(), one.icon(), one.needsYou(), 1),
                (had, more) -> new StateCount(had.state(), had.icon(), had.needsYou(), had.count() + 1)));
        return List.copyOf(counts.values());
    }
}
