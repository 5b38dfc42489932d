package io.vedette.hub.people;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.NameSearch;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.Inside;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.Messages;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a grant can be about, as far as one viewer may know of it: sites, groups and tags, of which there are few, and
 * cameras, of which only those are read that a page shows. Inside one transaction.
 */
final class Targets {
    private static final String CAMERA = "camera:";

    private final Viewer viewer;
    private final Cameras cameras;
    private final Sites places;
    private final Locale language;
    private final Map<SiteId, Site> sites;
    private final Map<GroupId, CameraGroup> groupsById;
    private final List<Target> wide;
    private final List<Target> groups;

    private Targets(Viewer viewer, Cameras cameras, Sites sites, Tags tags, Locale language) {
        this.viewer = viewer;
        this.cameras = cameras;
        this.places = sites;
        this.language = language;
        this.sites = sites.all(viewer).stream()
                .collect(Collectors.toMap(Site::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        List<CameraGroup> all = sites.groups(viewer);
        this.groupsById = all.stream().collect(Collectors.toMap(CameraGroup::id, Function.identity()));
        this.groups = all.stream().map(this::target).toList();
        this.wide = Stream.of(
                        Stream.of(every()),
                        this.sites.values().stream().map(this::target),
                        tags.all(viewer).stream().map(this::target))
                .flatMap(Function.identity())
                .toList();
    }

    static Targets of(Viewer viewer, Cameras cameras, Sites sites, Tags tags, Locale language) {
        return new Targets(viewer, cameras, sites, tags, language);
    }

    /**
     * What to offer. Cameras and groups come first when there is no room for all: whoever wants a site types its name.
     *
     * @param typed words to find by; empty offers the first by name
     * @param chosen value of an entry that is offered in any case, being chosen already
     */
    TargetChoice choice(String typed, String chosen) {
        NameSearch words = NameSearch.of(typed);
        return choice(
                typed,
                chosen,
                fitting(wide, words),
                fitting(groups, words),
                cameras.named(viewer, words, TargetChoice.MOST + 1));
    }

    /** As {@link #choice(String, String)}, of what lies inside a grant. */
    TargetChoice choice(String typed, String chosen, Inside inside) {
        NameSearch words = NameSearch.of(typed);
        return choice(
                typed,
                chosen,
                within(fitting(wide, words), inside),
                within(fitting(groups, words), inside),
                cameras.named(viewer, words, Integer.MAX_VALUE).stream()
                        .filter(camera -> inside.cameras().contains(camera.id()))
                        .limit(TargetChoice.MOST + 1)
                        .toList());
    }

    private TargetChoice choice(
            String typed, String chosen, List<Target> wider, List<Target> fitting, List<Camera> found) {
        List<Target> named = found.stream().map(this::target).toList();
        boolean more = fitting.size() + named.size() + wider.size() > TargetChoice.MOST;
        List<Target> someWide = first(wider, TargetChoice.MOST / 4);
        List<Target> someGroups =
                first(fitting, Math.max(TargetChoice.MOST / 2, TargetChoice.MOST - named.size()) - someWide.size());
        List<Target> someCameras = first(named, TargetChoice.MOST - someGroups.size() - someWide.size());
        Optional<Target> kept = find(chosen);
        kept.filter(one -> !someWide.contains(one) && !someGroups.contains(one) && !someCameras.contains(one))
                .ifPresent(one ->
                        (one.camera() ? someCameras : groups.contains(one) ? someGroups : someWide).addFirst(one));
        return new TargetChoice(
                someWide,
                someGroups,
                someCameras,
                typed.strip(),
                more || !NameSearch.of(typed).words().isEmpty(),
                more,
                kept.map(Target::value).orElse(""));
    }

    private static List<Target> fitting(List<Target> all, NameSearch words) {
        return all.stream().filter(one -> words.fits(one.label())).toList();
    }

    private static List<Target> within(List<Target> some, Inside inside) {
        return some.stream().filter(one -> inside.holds(one.what())).toList();
    }

    private static List<Target> first(List<Target> all, int most) {
        return new ArrayList<>(all.subList(0, Math.min(all.size(), Math.max(0, most))));
    }

    /** The entry with this value; empty when it is none, or none that the viewer may know of. */
    Optional<Target> find(String value) {
        if (value.startsWith(CAMERA)) {
            return id(value.substring(CAMERA.length()), CameraId::of)
                    .flatMap(id -> cameras.find(viewer, id))
                    .map(this::target);
        }
        return Stream.concat(wide.stream(), groups.stream())
                .filter(one -> one.value().equals(value))
                .findFirst();
    }

    private static <T> Optional<T> id(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What these grants are about, for {@link Target#value(Selector)}; without those their viewer may not know of. */
    Map<String, Target> of(Collection<AccessGrant> grants) {
        Set<CameraId> ids = grants.stream()
                .flatMap(grant -> grant.what() instanceof Selector.OneCamera one
                        ? Stream.of(one.camera())
                        : Stream.<CameraId>of())
                .collect(Collectors.toSet());
        Stream<Target> some =
                ids.isEmpty() ? Stream.of() : cameras.of(viewer, ids).stream().map(this::target);
        // a tag may be on no camera any more, or on none the viewer sees: its grant says something all the same
        Stream<Target> tags = grants.stream()
                .flatMap(grant ->
                        grant.what() instanceof Selector.Tagged tagged ? Stream.of(tagged.tag()) : Stream.<Tag>of())
                .map(this::target);
        return Stream.of(wide.stream(), groups.stream(), some, tags)
                .flatMap(Function.identity())
                .collect(Collectors.toMap(Target::value, Function.identity(), (one, same) -> one));
    }

    /**
     * What a grant is about, for whoever holds or gave it: they may read its name in hours in which it does not count, too.
     */
    Optional<Target> held(AccessGrant grant) {
        return switch (grant.what()) {
            case Selector.OneCamera one ->
                cameras.find(viewer.tenant(), one.camera()).map(this::target);
            case Selector.WholeGroup whole ->
                places.findGroup(viewer.tenant(), whole.group()).map(this::target);
            case Selector.WholeSite whole ->
                places.find(viewer.tenant(), whole.site()).map(this::target);
            case Selector.Tagged tagged -> Optional.of(target(tagged.tag()));
            case Selector.EveryCamera every -> Optional.of(every());
        };
    }

    private Target every() {
        String name = Messages.text(language, "people.target.every");
        return new Target(Target.EVERY, name, name, firstZone(), new Selector.EveryCamera());
    }

    private Target target(Site site) {
        var what = new Selector.WholeSite(site.id());
        String name = Messages.text(language, "people.target.site", site.name());
        return new Target(Target.value(what), name, name, site.zone(), what);
    }

    private Target target(Tag tag) {
        var what = new Selector.Tagged(tag);
        String name = Messages.text(language, "people.target.tag", tag.value());
        return new Target(Target.value(what), name, name, firstZone(), what);
    }

    private Target target(CameraGroup group) {
        var what = new Selector.WholeGroup(group.id());
        String name = siteName(group.site()).map(site -> site + " / ").orElse("") + path(group);
        return new Target(Target.value(what), name, name, zone(group.site()), what);
    }

    /** With the groups it lies in. One that the viewer may not know of is left out. */
    private String path(CameraGroup group) {
        return group.above()
                        .map(groupsById::get)
                        .map(above -> path(above) + " / ")
                        .orElse("")
                + group.name();
    }

    private Target target(Camera camera) {
        var what = new Selector.OneCamera(camera.id());
        Optional<String> site = siteName(camera.site()).filter(name -> sites.size() > 1);
        String label = camera.name() + site.map(name -> " · " + name).orElse("");
        return new Target(Target.value(what), camera.name(), label, zone(camera.site()), what);
    }

    private Optional<String> siteName(SiteId id) {
        return site(id).map(Site::name);
    }

    private Optional<Site> site(SiteId id) {
        return Optional.ofNullable(sites.get(id)).or(() -> places.find(viewer.tenant(), id));
    }

    private ZoneId zone(SiteId id) {
        return site(id).map(Site::zone).orElse(ZoneId.of("UTC"));
    }

    private ZoneId firstZone() {
        return sites.values().stream().findFirst().map(Site::zone).orElse(ZoneId.of("UTC"));
    }
}
