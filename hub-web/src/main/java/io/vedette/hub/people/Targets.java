package io.vedette.hub.people;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.AccessGrant;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.GrantWish;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.NameSearch;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a grant can be about, as far as one viewer may know of it: groups, of which there are few, and cameras, of which only
 * those are read that a page shows. Inside one transaction.
 */
final class Targets {
    private static final String CAMERA = "camera:";
    private static final String GROUP = "group:";

    private final Viewer viewer;
    private final Cameras cameras;
    private final Map<SiteId, Site> sites;
    private final List<Target> groups;

    private Targets(Viewer viewer, Cameras cameras, Sites sites) {
        this.viewer = viewer;
        this.cameras = cameras;
        this.sites = sites.all(viewer).stream().collect(Collectors.toMap(Site::id, Function.identity()));
        this.groups = sites.groups(viewer).stream().map(this::target).toList();
    }

    static Targets of(Viewer viewer, Cameras cameras, Sites sites) {
        return new Targets(viewer, cameras, sites);
    }

    /**
     * What to offer.
     *
     * @param typed words to find by; empty offers the first by name
     * @param chosen value of an entry that is offered in any case, being chosen already
     */
    TargetChoice choice(String typed, String chosen) {
        NameSearch words = NameSearch.of(typed);
        List<Target> fitting = new ArrayList<>(
                groups.stream().filter(group -> words.fits(group.label())).toList());
        List<Target> named = new ArrayList<>(cameras.named(viewer, words, TargetChoice.MOST + 1).stream()
                .map(this::target)
                .toList());
        boolean more = fitting.size() + named.size() > TargetChoice.MOST;
        List<Target> someGroups = first(fitting, Math.max(TargetChoice.MOST / 2, TargetChoice.MOST - named.size()));
        List<Target> someCameras = first(named, TargetChoice.MOST - someGroups.size());
        Optional<Target> kept = find(chosen);
        kept.filter(one -> !someGroups.contains(one) && !someCameras.contains(one))
                .ifPresent(one -> (one.group() ? someGroups : someCameras).addFirst(one));
        return new TargetChoice(
                someGroups,
                someCameras,
                typed.strip(),
                more || !words.words().isEmpty(),
                more,
                kept.map(Target::value).orElse(""));
    }

    private static List<Target> first(List<Target> all, int most) {
        return new ArrayList<>(all.subList(0, Math.min(all.size(), most)));
    }

    /** The entry with this value; empty when it is none, or none that the viewer may know of. */
    Optional<Target> find(String value) {
        if (value.startsWith(CAMERA)) {
            return id(value.substring(CAMERA.length()), CameraId::of)
                    .flatMap(id -> cameras.find(viewer, id))
                    .map(this::target);
        }
        return groups.stream().filter(group -> group.value().equals(value)).findFirst();
    }

    private static <T> Optional<T> id(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What these grants are about, for {@link #value(AccessGrant)}; without those their viewer may not know of. */
    Map<String, Target> of(Collection<AccessGrant> grants) {
        Set<CameraId> ids =
                grants.stream().flatMap(grant -> grant.camera().stream()).collect(Collectors.toSet());
        Stream<Target> some =
                ids.isEmpty() ? Stream.of() : cameras.of(viewer, ids).stream().map(this::target);
        return Stream.concat(groups.stream(), some).collect(Collectors.toMap(Target::value, Function.identity()));
    }

    /** The value of the entry that a grant is about. */
    static String value(AccessGrant grant) {
        Optional<String> camera = grant.camera().map(CameraId::toString).map(CAMERA::concat);
        return camera.or(() -> grant.group().map(GroupId::toString).map(GROUP::concat))
                .orElse("");
    }

    private Target target(CameraGroup group) {
        String name = siteName(group.site()).map(site -> site + " / ").orElse("") + group.name();
        return new Target(
                GROUP + group.id(), name, name, true, zone(group.site()), new GrantWish.WholeGroup(group.id()));
    }

    private Target target(Camera camera) {
        Optional<String> site = siteName(camera.site()).filter(name -> sites.size() > 1);
        String label = camera.name() + site.map(name -> " · " + name).orElse("");
        return new Target(
                CAMERA + camera.id(),
                camera.name(),
                label,
                false,
                zone(camera.site()),
                new GrantWish.OneCamera(camera.id()));
    }

    private Optional<String> siteName(SiteId id) {
        return Optional.ofNullable(sites.get(id)).map(Site::name);
    }

    private ZoneId zone(SiteId id) {
        return Optional.ofNullable(sites.get(id)).map(Site::zone).orElse(ZoneOffset.UTC);
    }
}
