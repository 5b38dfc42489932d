package io.vedette.hub.cameras.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written down of a grant's life, who is told, and who may read the list of all. */
class GrantDeedsTest {
    private final HubWorld world = new HubWorld();
    private final TenantId acme = world.owner.tenant();
    private final CameraId gate = world.camera(world.owner, world.site(world.owner, "Yard"), Optional.empty(), "Gate");
    private final List<TenantId> less = new ArrayList<>();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void eachStepIsWrittenDownAndWhoMayHaveLessIsSaid() {
        world.news.onLess(less::add);
        GrantId grant = given();
        assertThat(less).as("nobody has less by being given something").isEmpty();

        int before = asked(() -> world.grants.all(world.owner).getFirst()).version();
        int after =
                asked(() -> world.grants.change(world.owner, grant, nights())).version();
        assertThat(after).isEqualTo(before + 1);
        assertThat(less).containsExactly(acme);
        as(() -> world.grants.takeBack(world.owner, grant));

        assertThat(less).containsExactly(acme, acme);
        assertThat(rows("action"))
                .containsExactly(
                        DeedKind.GRANT_GIVEN.word(), DeedKind.GRANT_CHANGED.word(), DeedKind.GRANT_TAKEN_BACK.word());
        assertThat(rows("detail").get(1)).contains("Europe/Berlin", "1200");
    }

    @Test
    void anEndMovesNotIntoThePastAndOneThatIsOverMayStayWhereItIs() {
        GrantId grant = given();
        var end = world.clock.instant().plusSeconds(60);
        as(() -> world.grants.change(world.owner, grant, until(end)));
        assertThatThrownBy(() -> as(() -> world.grants.change(world.owner, grant, until(world.clock.instant()))))
                .isInstanceOf(IllegalArgumentException.class);
        world.clock.move(Duration.ofMinutes(2));

        as(() -> world.grants.change(world.owner, grant, until(end)));
        as(() -> world.grants.change(
                world.owner, grant, until(world.clock.instant().plusSeconds(1))));

        assertThatThrownBy(() -> as(() -> world.grants.change(world.owner, grant, until(end))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyWhoDelegatesReadsAllGrantsAndEverybodyWhatTheyGave() {
        GrantId grant = given();
        PageAsk first = PageAsk.of("grants", "10", null);

        assertThat(asked(() -> world.grants.all(world.owner)))
                .extracting(AccessGrant::id)
                .containsExactly(grant);
        assertThat(asked(() -> world.grants.page(world.owner, first)))
                .extracting(AccessGrant::id)
                .containsExactly(grant);
        assertThat(asked(() -> world.grants.given(world.owner)))
                .extracting(AccessGrant::id)
                .containsExactly(grant);
        assertThat(asked(() -> world.grants.given(world.guard))).isEmpty();
        for (Runnable read :
                List.<Runnable>of(() -> world.grants.all(world.guard), () -> world.grants.page(world.guard, first))) {
            assertThatThrownBy(() -> as(read))
                    .isInstanceOfSatisfying(
                            Refusal.class, no -> assertThat(no.problem()).isEqualTo(Problem.MISSING_RIGHT));
        }
    }

    @Test
    void whatSomebodyHoldsEndsWithTheirMembershipAndEachIsWrittenDown() {
        given();
        given();
        world.news.onLess(less::add);

        as(() -> world.grants.endOf(acme, world.guard.subject()));

        assertThat(asked(() -> world.grants.all(world.owner))).isEmpty();
        assertThat(rows("action").subList(2, 4)).containsOnly(DeedKind.GRANT_TAKEN_BACK.word());
        assertThat(less).containsExactly(acme);
    }

    @Test
    void whatSpeaksOfACameraThatGoesIsTakenBackWithItAndWrittenDown() {
        var naming = new NamingGrants(world.work);
        given();

        as(() -> naming.takeBack(acme, world.grants.all(world.owner)));

        assertThat(asked(() -> world.grants.all(world.owner))).isEmpty();
        assertThat(rows("action")).containsExactly(DeedKind.GRANT_GIVEN.word(), DeedKind.GRANT_TAKEN_BACK.word());
    }

    private GrantId given() {
        var wish = GrantWish.of(
                new Holder.Person(world.guard.subject()),
                new Selector.OneCamera(gate),
                GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), "holidays"));
        return asked(() -> world.grants.give(world.owner, GrantId.fresh(), wish))
                .id();
    }

    private static GrantTerms until(Instant end) {
        return GrantTerms.of(Set.of(Action.LIVE), Optional.of(end), "holidays");
    }

    private static GrantTerms nights() {
        var hours = WeeklyHours.of(
                ZoneId.of("Europe/Berlin"), Set.of(DayOfWeek.MONDAY), LocalTime.of(20, 0), LocalTime.of(6, 0));
        return new GrantTerms(Set.of(Action.LIVE), Optional.empty(), Optional.empty(), Optional.of(hours), false, "");
    }

    private void as(Runnable deed) {
        world.work.run(acme, deed);
    }

    private <T> T asked(Supplier<T> question) {
        return world.work.as(acme, question);
    }

    private List<String> rows(String column) {
        return asked(() -> world.work
                .entities(acme)
                .createNativeQuery(
                        "select " + column + "::text from audit_entry where subject_kind = 'grant' order by seq",
                        String.class)
                .getResultList());
    }
}
