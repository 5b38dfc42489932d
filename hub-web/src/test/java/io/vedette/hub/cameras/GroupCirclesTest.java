package io.vedette.hub.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Groups that several people put into one another at the same moment. */
class GroupCirclesTest {
    private static final int ROUNDS = Integer.getInteger("vedette.races", 20);
    private static final int RING = 4;
    private static final HubWorld WORLD = new HubWorld();

    private final SiteId depot = WORLD.site(WORLD.owner, "Depot");
    private final List<GroupId> groups = IntStream.range(0, RING)
            .mapToObj(number -> WORLD.group(WORLD.owner, depot, "Group " + number))
            .toList();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    @Timeout(120)
    void ofMovesThatTogetherWouldMakeACircleOneIsRefusedInEachRound() throws Exception {
        CyclicBarrier line = new CyclicBarrier(RING);
        try (ExecutorService people = Executors.newFixedThreadPool(RING)) {
            for (int round = 0; round < ROUNDS; round++) {
                groups.forEach(group -> move(group, Optional.empty()));
                List<Callable<Boolean>> moves = new ArrayList<>();
                for (int number = 0; number < RING; number++) {
                    GroupId group = groups.get(number);
                    GroupId above = groups.get((number + 1) % RING);
                    moves.add(() -> {
                        line.await();
                        return move(group, Optional.of(above));
                    });
                }
                List<Boolean> done =
                        people.invokeAll(moves).stream().map(Future::resultNow).toList();

                assertThat(done).as("round %d", round).containsOnlyOnce(false);
                for (GroupId group : groups) {
                    assertThat(reach(group)).as("round %d", round).isEqualTo(climbed(group));
                }
            }
        }
    }

    @Test
    @Timeout(120)
    void aCircleThatStandsInTheDatabaseAllTheSameKeepsNoQuestionFromItsEnd() throws SQLException {
        CameraId camera = WORLD.camera(WORLD.owner, depot, Optional.of(groups.getFirst()), "Gate");
        for (int number = 0; number < RING; number++) {
            force(groups.get(number), groups.get((number + 1) % RING));
        }

        assertThat(WORLD.inTenant(WORLD.owner, () -> WORLD.sites.groupsOf(WORLD.owner, depot)))
                .hasSize(RING);
        assertThat(WORLD.inTenant(WORLD.guard, () -> WORLD.visible.sees(WORLD.guard, camera)))
                .isFalse();
        assertThat(WORLD.inTenant(WORLD.owner, () -> WORLD.sites.camerasByGroup(WORLD.owner, depot)))
                .containsOnlyKeys(groups.getFirst());
        assertThat(move(groups.getFirst(), Optional.empty()))
                .as("and it can be taken apart")
                .isTrue();
        assertThat(climbed(groups.get(1))).containsExactlyInAnyOrderElementsOf(groups);
        assertThat(reach(groups.get(1))).containsExactlyInAnyOrderElementsOf(groups);
    }

    private static boolean move(GroupId id, Optional<GroupId> above) {
        try {
            WORLD.inTenant(WORLD.owner, () -> {
                CameraGroup group = WORLD.sites.group(WORLD.owner, id);
                return WORLD.sites.changeGroup(
                        WORLD.owner, id, group.version(), new Name(group.name()), Badge.NONE, above);
            });
            return true;
        } catch (IllegalArgumentException | Refusal e) {
            return false;
        }
    }

    /** The groups that the access rule takes this one to lie in. */
    private static Set<GroupId> reach(GroupId id) {
        return WORLD.inTenant(
                WORLD.owner,
                () -> new HashSet<>(WORLD.work
                        .entities(WORLD.owner.tenant())
                        .createQuery(
                                "select r.above from GroupReach r where r.tenant = :tenant and r.group = :group",
                                UUID.class)
                        .setParameter("tenant", WORLD.owner.tenant().value())
                        .setParameter("group", id.value())
                        .getResultStream()
                        .map(GroupId::new)
                        .toList()));
    }

    /** As whoever climbs the tree group by group finds it. */
    private static Set<GroupId> climbed(GroupId from) {
        return WORLD.inTenant(WORLD.owner, () -> {
            Set<GroupId> way = new HashSet<>();
            Optional<GroupId> next = Optional.of(from);
            while (next.isPresent()) {
                assertThat(way.add(next.get())).as("a circle").isTrue();
                next = WORLD.sites.group(WORLD.owner, next.get()).above();
            }
            return way;
        });
    }

    private static void force(GroupId group, GroupId above) throws SQLException {
        try (var connection = TestDatabase.unlocked(WORLD.settings).getConnection();
                var update = connection.prepareStatement(
                        "update camera_group set parent_id = ? where tenant_id = ? and id = ?")) {
            update.setObject(1, above.value());
            update.setObject(2, WORLD.owner.tenant().value());
            update.setObject(3, group.value());
            update.execute();
        }
    }
}
