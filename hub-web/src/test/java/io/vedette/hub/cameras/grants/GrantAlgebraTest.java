package io.vedette.hub.cameras.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.NameSearch;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.platform.web.PageAsk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random places, teams and grants, passed on or not; what the database shows against the same thing said in sets. Each try
 * is a tenant of its own in one database, so that every tenant of the tries before is there to be seen by mistake.
 */
class GrantAlgebraTest {
    private static final HubWorld WORLD = new HubWorld();

    @AfterContainer
    static void close() {
        WORLD.close();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void whatTheDatabaseShowsIsWhatTheSetsSay(@ForAll long seed) {
        var place = new RandomPlace(WORLD, new Random(seed));
        for (Viewer viewer : place.viewers()) {
            check(place, viewer, Optional.empty());
            for (Action action : Action.values()) {
                check(place, viewer, Optional.of(action));
            }
        }
        for (Action action : Action.values()) {
            check(place, place.keptOut(), Optional.of(action));
        }
    }

    private static void check(RandomPlace place, Viewer viewer, Optional<Action> action) {
        Set<CameraId> expected = place.visible(viewer, action);
        WORLD.work.run(viewer.tenant(), () -> {
            if (action.isPresent()) {
                assertThat(WORLD.cameras.ids(viewer, action.get())).isEqualTo(expected);
                assertThat(ids(WORLD.cameras.all(viewer, action.get()))).isEqualTo(expected);
                for (CameraId camera : place.cameras.keySet()) {
                    assertThat(WORLD.visible.allows(viewer, camera, action.get()))
                            .isEqualTo(expected.contains(camera));
                }
            } else {
                lists(place, viewer, expected);
            }
        });
    }

    /** Every list that is not about one action. */
    private static void lists(RandomPlace place, Viewer viewer, Set<CameraId> expected) {
        PageAsk all = PageAsk.of("test", "500", null);
        assertThat(ids(WORLD.cameras.all(viewer))).isEqualTo(expected);
        assertThat(ids(WORLD.cameras.page(viewer, all))).isEqualTo(expected);
        assertThat(ids(WORLD.cameras.named(viewer, NameSearch.of("c"), 500))).isEqualTo(expected);
        assertThat(ids(WORLD.cameras.of(viewer, place.cameras.keySet()))).isEqualTo(expected);
        Set<SiteId> sites =
                expected.stream().map(id -> place.cameras.get(id).site()).collect(Collectors.toSet());
        Set<GroupId> groups = expected.stream()
                .flatMap(id -> place.above(place.cameras.get(id).group()).stream())
                .collect(Collectors.toSet());
        boolean runs = viewer.may(Permission.EVERY_CAMERA);
        assertThat(WORLD.sites.all(viewer).stream().map(Site::id).collect(Collectors.toSet()))
                .isEqualTo(runs ? new HashSet<>(place.sites) : sites);
        assertThat(WORLD.sites.page(viewer, all).stream().map(Site::id).collect(Collectors.toSet()))
                .isEqualTo(runs ? new HashSet<>(place.sites) : sites);
        assertThat(WORLD.sites.groups(viewer).stream().map(CameraGroup::id).collect(Collectors.toSet()))
                .isEqualTo(runs ? place.groups.keySet() : groups);
        assertThat(WORLD.sites.groupPage(viewer, all).stream()
                        .map(CameraGroup::id)
                        .collect(Collectors.toSet()))
                .isEqualTo(runs ? place.groups.keySet() : groups);
        Set<Tag> tags = expected.stream()
                .flatMap(id -> place.cameras.get(id).tags().stream())
                .collect(Collectors.toSet());
        assertThat(Set.copyOf(WORLD.tags.all(viewer))).isEqualTo(tags);
        assertThat(WORLD.tags.of(viewer, place.cameras.keySet()).keySet())
                .isEqualTo(expected.stream()
                        .filter(id -> !place.cameras.get(id).tags().isEmpty())
                        .collect(Collectors.toSet()));
        for (CameraId camera : place.cameras.keySet()) {
            assertThat(WORLD.visible.sees(viewer, camera)).isEqualTo(expected.contains(camera));
            assertThat(WORLD.cameras.find(viewer, camera).isPresent()).isEqualTo(expected.contains(camera));
        }
    }

    private static Set<CameraId> ids(List<Camera> cameras) {
        return cameras.stream().map(Camera::id).collect(Collectors.toSet());
    }
}
