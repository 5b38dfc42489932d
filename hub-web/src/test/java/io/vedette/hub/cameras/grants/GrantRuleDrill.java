package io.vedette.hub.cameras.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Damages the rule of grants in the database, one condition at a time, and looks whether random places notice: the mutation drill for the
 * part of the rule that no tool for Java reaches. Conditions on the tenant are left alone: row security makes up for each of them, which
 * {@code TenantLocksTest} tries. Takes minutes, so it runs when asked: {@code -Dtest=GrantRuleDrill}.
 */
class GrantRuleDrill {
    private static final int PLACES = 400;
    private static final String EVERY_USE = "select array['LIVE', 'REPLAY', 'REQUEST_UPLOAD']";
    private static final HubWorld WORLD = new HubWorld();

    /** {@code from}, the {@code nth} time it stands in the rule, becomes {@code to}. */
    private record Damage(String from, int nth, String to) {
        String on(String rule) {
            int at = -1;
            for (int i = 0; i < nth; i++) {
                at = rule.indexOf(from, at + 1);
                assertThat(at).as("the rule no longer says: %s", from).isNotNegative();
            }
            return rule.substring(0, at) + to + rule.substring(at + from.length());
        }

        @Override
        public String toString() {
            return "%s [%d] -> %s".formatted(from, nth, to).replace('\n', ' ');
        }
    }

    /** Whose grants, and when they are in force. */
    private static Stream<Damage> held() {
        return Stream.of(
                one("g.subject = viewer", "false"),
                one("g.subject = viewer", "g.subject is not null"),
                one("g.role = viewer_role", "false"),
                one("g.role = viewer_role", "g.role is not null"),
                one("g.custom_role = viewer_custom_role", "false"),
                one("g.custom_role = viewer_custom_role", "g.custom_role is not null"),
                one("g.team_id in", "g.team_id is null and g.team_id in"),
                one("and m.subject = viewer", ""),
                one("g.starts_at is null or g.starts_at <= moment", "true"),
                one("g.starts_at is null or g.starts_at <= moment", "g.starts_at is null"),
                one("g.starts_at <= moment", "g.starts_at < moment"),
                one("g.until is null or g.until > moment", "true"),
                one("g.until is null or g.until > moment", "g.until is null"),
                one("g.until > moment", "g.until >= moment"),
                one("within_hours(g.hours, g.zone, moment)", "true"),
                one("within_hours(g.hours, g.zone, moment)", "g.hours is null"));
    }

    /** What was passed on, and the grants above it. */
    private static Stream<Damage> line() {
        return Stream.of(
                one("from held where line = '{}'", "from held"),
                one("from held where line = '{}'", "from held where false"),
                one("a.id = h.id or a.passable", "true"),
                one("a.id = h.id or a.passable", "a.passable"),
                one("a.starts_at is null or a.starts_at <= moment", "true"),
                one("a.starts_at is null or a.starts_at <= moment", "a.starts_at is null"),
                one("a.starts_at <= moment", "a.starts_at < moment"),
                one("a.until is null or a.until > moment", "true"),
                one("a.until is null or a.until > moment", "a.until is null"),
                one("a.until > moment", "a.until >= moment"),
                one("within_hours(a.hours, a.zone, moment)", "true"),
                one("within_hours(a.hours, a.zone, moment)", "a.hours is null"),
                one("a.subject is null or", "true or"),
                one("a.subject is null or", "false or"),
                one("a.subject not in (select subject from keeps_out)", "false"),
                one("cardinality(h.line) = (select count(*) from above a where a.held = h.id)", "true"),
                one("cardinality(h.line) = (select count(*) from above a where a.held = h.id)", "false"),
                one("where a.held = h.id and use.name <> all", "where a.held = h.id and false and use.name <> all"),
                one("where a.held = h.id and use.name <> all (a.actions)", "where a.held = h.id"));
    }

    /**
     * Which cameras those name. What is named only has to be enough: whether it is too much is decided again for each grant of the line,
     * so no damage that names more is here.
     */
    private static Stream<Damage> named() {
        return Stream.of(
                one("and c.id = w.camera_id", "and false"),
                one("and c.site_id = w.site_id", "and false"),
                one("and w.group_id = any (g.line)", "and false"),
                one("and w.group_id = any (g.line)", "and w.group_id = g.id"),
                one("and t.tag = w.tag", "and false"),
                one("and w.every_camera", "and false"),
                one("where a.held = n.held and not", "where not"),
                one("a.every_camera\n", "false\n"),
                one("a.every_camera\n", "true\n"),
                one("a.camera_id is not distinct from n.id", "false"),
                one("a.camera_id is not distinct from n.id", "a.camera_id is not null"),
                one("coalesce(a.site_id = n.site_id, false)", "false"),
                one("coalesce(a.site_id = n.site_id, false)", "a.site_id is not null"),
                one("coalesce(a.group_id = any", "false and coalesce(a.group_id = any"),
                one("coalesce(a.group_id = any", "a.group_id is not null or coalesce(a.group_id = any"),
                one("and g.id = n.group_id)", "limit 1)"),
                one("coalesce(a.tag = any", "false and coalesce(a.tag = any"),
                one("coalesce(a.tag = any", "a.tag is not null or coalesce(a.tag = any"),
                one("and t.camera_id = n.id", ""));
    }

    /** What the answer says. */
    private static Stream<Damage> answer() {
        return Stream.of(
                one("from first_hand f where f.group_id is null", "from first_hand f where false"),
                one("f.every_camera, f.camera_id, f.site_id,", "false, f.camera_id, f.site_id,"),
                one("f.every_camera, f.camera_id, f.site_id,", "true, f.camera_id, f.site_id,"),
                one("f.every_camera, f.camera_id, f.site_id,", "f.every_camera, null::uuid, f.site_id,"),
                one("f.every_camera, f.camera_id, f.site_id,", "f.every_camera, f.camera_id, null::uuid,"),
                one("as group_id, f.tag", "as group_id, null::text as tag"),
                one("select f.actions, f.every_camera", EVERY_USE + ", f.every_camera"),
                one("on f.group_id = step.id", "on false"),
                one("on f.group_id = step.id", "on f.group_id = g.id"),
                one("select f.actions, false, null, null, g.id", EVERY_USE + ", false, null, null, g.id"),
                one("from passed_on p", "from passed_on p where false"),
                one("select p.actions, false, p.id", EVERY_USE + ", false, p.id"),
                one("group by g.actions", "group by g.actions having bool_and(g.every_camera)"));
    }

    private static Damage one(String from, String to) {
        return new Damage(from, 1, to);
    }

    @Test
    void everyConditionOfTheRuleIsNoticedWhenItIsGone() throws IOException {
        List<RandomPlace> places = IntStream.range(0, PLACES)
                .mapToObj(seed -> new RandomPlace(WORLD, new Random(seed)))
                .toList();
        assertThat(noticed(places)).as("the whole rule").isEmpty();
        String rule = rule();
        List<Damage> unseen = new ArrayList<>();
        List<Damage> damages = Stream.of(held(), line(), named(), answer())
                .flatMap(some -> some)
                .toList();
        for (Damage damage : damages) {
            put(damage.on(rule));
            Optional<Integer> at = noticed(places);
            System.out.printf("%s by place %s: %s%n", at.isPresent() ? "seen" : "UNSEEN", at.orElse(-1), damage);
            if (at.isEmpty()) {
                unseen.add(damage);
            }
        }
        System.out.printf("damages %d, seen %d%n", damages.size(), damages.size() - unseen.size());
        assertThat(unseen).isEmpty();
    }

    /** The first place that shows something else than the sets say, or fails. */
    private static Optional<Integer> noticed(List<RandomPlace> places) {
        return IntStream.range(0, places.size())
                .filter(i -> differs(places.get(i)))
                .boxed()
                .findFirst();
    }

    private static boolean differs(RandomPlace place) {
        List<Viewer> viewers = new ArrayList<>(place.viewers());
        viewers.add(place.keptOut());
        return viewers.stream().anyMatch(viewer -> {
            try {
                return WORLD.work.as(
                        viewer.tenant(),
                        () -> uses().anyMatch(use -> !shown(viewer, use).equals(place.visible(viewer, use))));
            } catch (RuntimeException e) {
                return true;
            }
        });
    }

    private static Set<CameraId> shown(Viewer viewer, Optional<Action> use) {
        return use.map(action -> WORLD.cameras.ids(viewer, action))
                .orElseGet(
                        () -> WORLD.cameras.all(viewer).stream().map(Camera::id).collect(Collectors.toSet()));
    }

    private static Stream<Optional<Action>> uses() {
        return Stream.concat(
                Stream.of(Optional.<Action>empty()), Stream.of(Action.values()).map(Optional::of));
    }

    private static String rule() throws IOException {
        try (var file = Objects.requireNonNull(
                GrantRuleDrill.class.getResourceAsStream("/db/migration/R__what_grants_come_to.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void put(String rule) {
        try (var owner = DriverManager.getConnection(WORLD.settings.url(), WORLD.settings.ownerUser(), "none");
                var statement = owner.createStatement()) {
            statement.execute(rule);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }
}
