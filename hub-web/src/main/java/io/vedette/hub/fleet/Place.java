package io.vedette.hub.fleet;

import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a camera can stand, as one entry of a choice: a site, or a group of it.
 *
 * @param value {@code site:<id>} or {@code group:<id>}
 */
public record Place(String value, String words) {
    private static final String SITE = "site:";
    private static final String GROUP = "group:";

    /** A choice that was read: always a site, with a group or without. */
    record Chosen(SiteId site, Optional<GroupId> group) {}

    static List<Place> all(List<Site> sites, List<CameraGroup> groups) {
        List<Place> places = new ArrayList<>();
        for (Site site : sites) {
            places.add(new Place(SITE + site.id(), site.name()));
            List<CameraGroup> here = groups.stream()
                    .filter(group -> group.site().equals(site.id()))
                    .toList();
            GroupTree.of(here)
                    .paths()
                    .forEach(group -> places.add(new Place(GROUP + group.id(), site.name() + " / " + group.name())));
        }
        return places;
    }

    /** The entry for where a camera stands now. */
    static String value(Camera camera) {
        return camera.group().map(group -> GROUP + group).orElse(SITE + camera.site());
    }

    /** Throws {@link IllegalArgumentException} for what is no place, and the refusal "not found" for a foreign one. */
    static Chosen read(String value, Viewer viewer, Sites sites) {
        if (value.startsWith(SITE)) {
            return new Chosen(
                    sites.get(viewer, SiteId.of(value.substring(SITE.length()))).id(), Optional.empty());
        }
        if (value.startsWith(GROUP)) {
            CameraGroup group = sites.group(viewer, GroupId.of(value.substring(GROUP.length())));
            return new Chosen(group.site(), Optional.of(group.id()));
        }
        throw new IllegalArgumentException("neither a site nor a group");
    }
}
