package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Badge;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.FindAffected;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.cameras.grants.Audiences;
import io.vedette.hub.cameras.grants.Audiences.Shift;
import io.vedette.hub.platform.web.Agreement;
import io.vedette.hub.tenancy.Name;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Puts cameras elsewhere and tags them, for people: whoever does it is told first who will see them from then on and who no
 * longer, and agrees to exactly that. Inside a transaction.
 */
@Singleton
public class ArrangeCameras {
    private final Cameras cameras;
    private final Tags tags;
    private final Sites sites;
    private final FindAffected affected;
    private final Audiences audiences;

    @Inject
    public ArrangeCameras(Cameras cameras, Sites sites, Tags tags, FindAffected affected, Audiences audiences) {
        this.cameras = cameras;
        this.sites = sites;
        this.affected = affected;
        this.tags = tags;
        this.audiences = audiences;
    }

    /** What one camera is to be. */
    public record Wish(int version, Name name, Place.Chosen place, Set<Tag> tags) {}

    /** What several cameras are to be; without a place each stays where it is. */
    public record WishForAll(Optional<Place.Chosen> place, Set<Tag> added, Set<Tag> removed) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Done() implements Outcome {}

        /**
         * Nothing was changed: somebody has to agree first.
         *
         * @param movers those that go to another site
         * @param agreed what to come back with
         */
        record Ask(Shift shift, List<Camera> movers, String agreed) implements Outcome {}
    }

    /** @param agreed what was agreed to; empty when nobody was asked yet */
    public Outcome arrange(Viewer viewer, CameraId id, Wish wish, String agreed) {
        Camera camera = cameras.get(viewer, id);
        viewer.must(Permission.ARRANGE);
        return unlessAsked(viewer, List.of(camera), Optional.of(wish.place()), agreed, () -> {
            cameras.change(
                    viewer,
                    id,
                    wish.version(),
                    wish.name(),
                    wish.place().site(),
                    wish.place().group());
            tags.put(viewer, id, wish.tags());
        });
    }

    /** @param agreed as in {@link #arrange} */
    public Outcome arrangeAll(Viewer viewer, List<CameraId> ids, WishForAll wish, String agreed) {
        List<Camera> all = ids.stream().map(id -> cameras.get(viewer, id)).toList();
        viewer.must(Permission.ARRANGE);
        return unlessAsked(
                viewer,
                all,
                wish.place(),
                agreed,
                () -> ids.forEach(id -> apply(viewer, cameras.get(viewer, id), wish)));
    }

    /** Whether one of these cameras would come to have more tags than a camera may have. */
    boolean tooManyTags(Viewer viewer, List<CameraId> ids, WishForAll wish) {
        Map<CameraId, SortedSet<Tag>> now = tags.of(viewer, ids);
        return ids.stream()
                .anyMatch(id -> worn(now.getOrDefault(id, Collections.emptySortedSet()), wish)
                                .size()
                        > Tags.MOST);
    }

    private static SortedSet<Tag> worn(Set<Tag> now, WishForAll wish) {
        SortedSet<Tag> worn = new TreeSet<>(now);
        worn.addAll(wish.added());
        worn.removeAll(wish.removed());
        return worn;
    }

    private void apply(Viewer viewer, Camera camera, WishForAll wish) {
        wish.place()
                .filter(place -> !place.equals(new Place.Chosen(camera.site(), camera.group())))
                .ifPresent(place -> cameras.change(
                        viewer, camera.id(), camera.version(), new Name(camera.name()), place.site(), place.group()));
        tags.put(viewer, camera.id(), worn(tags.of(viewer, camera.id()), wish));
    }

    /** What a group is to be: with it, all cameras in it and in those within it come to be seen by others. */
    public record GroupWish(int version, Name name, Badge badge, Optional<GroupId> above) {}

    /** @param agreed as in {@link #arrange} */
    public Outcome arrangeGroup(Viewer viewer, GroupId id, GroupWish wish, String agreed) {
        CameraGroup group = sites.group(viewer, id);
        viewer.must(Permission.ARRANGE);
        List<Camera> all = group.above().equals(wish.above())
                ? List.of() // nobody sees more or less by a name
                : cameras.of(viewer, affected.by(viewer.tenant(), id).stay());
        return unlessAsked(
                viewer,
                all,
                Optional.empty(),
                agreed,
                () -> sites.changeGroup(viewer, id, wish.version(), wish.name(), wish.badge(), wish.above()));
    }

    private Outcome unlessAsked(
            Viewer viewer, List<Camera> all, Optional<Place.Chosen> place, String agreed, Runnable change) {
        Shift shift = all.isEmpty()
                ? Shift.NONE
                : audiences.of(viewer.tenant(), all.stream().map(Camera::id).toList(), change);
        List<Camera> movers = all.stream()
                .filter(camera ->
                        place.filter(to -> !to.site().equals(camera.site())).isPresent())
                .toList();
        String terms = Agreement.of(
                shift.gain().text(),
                shift.lose().text(),
                place.map(Place.Chosen::site).map(SiteId::toString).orElse(""),
                String.join(
                        " ",
                        movers.stream().map(camera -> camera.id().toString()).toList()));
        if (shift.none() && movers.isEmpty() || terms.equals(agreed)) {
            change.run();
            return new Outcome.Done();
        }
        return new Outcome.Ask(shift, movers, terms);
    }
}
