package io.vedette.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operator comes into a tenant while an owner lets them, and sees nothing of it before, afterwards or beside it. */
class SupportTest {
    private final HubWorld world = new HubWorld();
    private final CameraId gate = world.camera(world.owner, world.site(world.owner, "Yard"), Optional.empty(), "Gate");
    private final Visits visits = world.visits();
    private final Person operator = new Person("op", "op", "Operator", "", List.of(), true, null);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void withoutLeaveThereIsNoSuchTenantForAnOperator() {
        assertNotFound(operator, "acme");
        assertNotFound(operator, "nowhere");
    }

    @Test
    void whoeverIsLetInToLookSeesEveryCameraAndChangesNothing() {
        give(SupportLevel.LOOK, 1);

        Viewer viewer = visit(operator, "acme").viewer();

        assertThat(world.inTenant(viewer, () -> world.cameras.get(viewer, gate).name()))
                .isEqualTo("Gate");
        assertThat(viewer.role().permissions())
                .containsExactlyInAnyOrder(Permission.LIVE, Permission.REPLAY, Permission.EVERY_CAMERA);
    }

    @Test
    void whoeverIsLetInToMendArrangesAndPairsAndReachesNoPeople() {
        give(SupportLevel.MEND, 1);

        assertThat(visit(operator, "acme").viewer().role().permissions())
                .contains(Permission.ARRANGE, Permission.PAIR)
                .doesNotContain(Permission.DELEGATE, Permission.APPOINT, Permission.AUDIT, Permission.OWN);
    }

    @Test
    void theLeaveOfOneTenantOpensNoOther() {
        give(SupportLevel.MEND, 7);

        assertNotFound(operator, "globex");
    }

    @Test
    void itIsForOperatorsAndForNobodyElse() {
        give(SupportLevel.MEND, 7);

        assertNotFound(new Person("op", "op", "Nobody", "", List.of(), false, null), "acme");
    }

    @Test
    void takenBackItIsOverAndWhatIsOpenIsTold() {
        give(SupportLevel.LOOK, 7);
        visit(operator, "acme");
        List<Object> told = new ArrayList<>();
        world.news.onLess(told::add);

        world.work.run(world.owner.tenant(), () -> world.support.takeBack(world.owner));

        assertThat(told).containsExactly(world.owner.tenant());
        assertNotFound(operator, "acme");
    }

    @Test
    void itIsOverWhenItsTimeIs() {
        give(SupportLevel.LOOK, 1);
        assertThat(Visits.end(visit(operator, "acme")))
                .isEqualTo(world.clock.instant().plus(Duration.ofDays(1)));

        world.clock.move(Duration.ofDays(1));

        assertNotFound(operator, "acme");
    }

    @Test
    void onlyAnOwnerGivesIt_forAtMostSevenDays_forAReason() {
        Viewer admin = new Viewer(world.owner.tenant(), new Subject("admin"), Role.ADMIN);

        assertThatThrownBy(() -> give(admin, SupportLevel.LOOK, 1, "why")).hasMessage("missing-right");
        assertThatThrownBy(() -> give(world.owner, SupportLevel.LOOK, 8, "why"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> give(world.owner, SupportLevel.LOOK, 0, "why"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> give(world.owner, SupportLevel.LOOK, 1, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertNotFound(operator, "acme");
    }

    @Test
    void whoeverBelongsToTheTenantSeesThatItIsOpenAndGetsNothingByIt() {
        give(SupportLevel.MEND, 1);
        var guard = new Person(
                "guard",
                "guard",
                "Guard",
                "",
                List.of(new Membership("acme", world.owner.tenant().value())),
                true, // an operator who is a member is a member there
                null);

        Visit visit = visit(guard, "acme");

        assertThat(visit.support()).isPresent();
        assertThat(visit.asSupport()).isFalse();
        assertThat(visit.viewer().role().key()).isEqualTo(Role.VIEWER.key());
    }

    @Test
    void givingVisitingAndEndingAreInTheTenantsLog() throws SQLException {
        give(SupportLevel.LOOK, 1);
        visit(operator, "acme");
        visit(operator, "acme");
        world.clock.move(Duration.ofMinutes(15));
        visit(operator, "acme");
        give(SupportLevel.MEND, 1);
        world.clock.move(Duration.ofDays(1));
        endOver();
        endOver();

        assertThat(log())
                .containsExactly(
                        "support.given",
                        "support.visited Operator",
                        "support.visited Operator",
                        "support.taken-back",
                        "support.given",
                        "support.ended");
    }

    private void endOver() {
        world.work.run(world.owner.tenant(), () -> world.support.endOver(world.owner.tenant()));
    }

    private List<String> log() throws SQLException {
        List<String> actions = new ArrayList<>();
        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select trim(action || ' ' || actor_name) from audit_entry"
                        + " where action like 'support.%' order by seq")) {
            while (rows.next()) {
                actions.add(rows.getString(1));
            }
        }
        return actions;
    }

    private void give(SupportLevel level, int days) {
        give(world.owner, level, days, "the gate shows no picture");
    }

    private void give(Viewer who, SupportLevel level, int days, String reason) {
        world.work.run(who.tenant(), () -> world.support.give(who, level, days, reason));
    }

    private Visit visit(Person who, String slug) {
        return visits.as(who, slug, visit -> visit);
    }

    private void assertNotFound(Person who, String slug) {
        assertThatThrownBy(() -> visit(who, slug)).hasMessage("not-found");
    }
}
