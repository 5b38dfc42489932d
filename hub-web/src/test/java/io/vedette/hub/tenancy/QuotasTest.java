package io.vedette.hub.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Seats;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.QuotaFull;
import io.vedette.hub.platform.web.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a tenant may use: refused in the transaction that would use more, whoever else asks at that moment. */
class QuotasTest {
    private static final int MANY = 8;

    private final HubWorld world = new HubWorld();
    private final Quotas quotas = new Quotas(world.work);
    private final Seats seats = new Seats(world.work, world.clock);
    private final Invitations invitations = new Invitations(world.work, world.clock);
    private final SiteId yard = world.site(world.owner, "Yard");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void withoutAQuotaThereIsNoEnd() {
        for (int i = 0; i < 5; i++) {
            camera();
        }

        assertThat(world.inTenant(world.owner, () -> quotas.all(world.owner.tenant())))
                .isEmpty();
    }

    @Test
    void oneCameraTooManyIsRefusedWithWhatIsUsedAndAllowed() {
        set(Limit.CAMERAS, 2);
        camera();
        camera();

        assertThatThrownBy(this::camera)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Refusal.class))
                .satisfies(refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.QUOTA);
                    assertThat(refused.details()).containsExactly(new QuotaFull("cameras", 2, 2));
                });

        set(Limit.CAMERAS, 3);
        camera();
    }

    @Test
    void theQuotaOfOneTenantIsNotAnothers() {
        set(Limit.CAMERAS, 0);

        SiteId theirs = world.site(world.stranger, "Theirs");
        assertThat(world.camera(world.stranger, theirs, Optional.empty(), "Gate"))
                .isNotNull();
    }

    @Test
    void ofManyWhoAddTheLastCameraAtOnceOneDoes() throws Exception {
        set(Limit.CAMERAS, 3);
        camera();
        camera();

        assertThat(passed(() -> camera())).isEqualTo(1);
        assertThat(world.<Long>inTenant(world.owner, () -> world.cameras.count(world.owner.tenant())))
                .isEqualTo(3);
    }

    @Test
    void openInvitationsAndWhoeverCameInAreAccounts() {
        TestDatabase.addMember(world.settings, world.owner);
        set(Limit.ACCOUNTS, 2);
        visit(world.owner);
        invite("guard@acme.example");

        assertThatThrownBy(() -> invite("guest@acme.example")).hasMessage("quota");
        assertThat(accounts()).isEqualTo(2);
    }

    @Test
    void whoeverComesByAnInvitationHasTheAccountItKept() {
        TestDatabase.addMember(world.settings, world.owner);
        set(Limit.ACCOUNTS, 2);
        visit(world.owner);
        invite("guard@acme.example");

        visit(world.guard, "guard@acme.example");

        assertThat(accounts()).isEqualTo(2);
        visit(world.guard, "guard@acme.example");
        assertThat(accounts()).as("and only one").isEqualTo(2);
    }

    @Test
    void aMemberWhoComesForTheFirstTimeFindsNoAccountFreeAndAnOwnerAlwaysDoes() {
        TestDatabase.addMember(world.settings, world.owner);
        set(Limit.ACCOUNTS, 0);

        assertThatThrownBy(() -> visit(world.guard)).hasMessage("no-seat");
        visit(world.owner);
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void aQuotaBelowWhatIsUsedTakesNothingAway() {
        visit(world.guard);
        set(Limit.ACCOUNTS, 0);

        visit(world.guard);
    }

    @Test
    void ofManyInvitedAtOnceAsManyAreAsThereIsRoomFor() throws Exception {
        set(Limit.ACCOUNTS, 3);
        var number = new java.util.concurrent.atomic.AtomicInteger();

        assertThat(passed(() -> invite("person-" + number.incrementAndGet() + "@acme.example")))
                .isEqualTo(3);
        assertThat(accounts()).isEqualTo(3);
    }

    @Test
    void aQuotaIsSetForAReasonAndTakenAwayAgain() {
        assertThatThrownBy(() -> world.work.run(
                        world.owner.tenant(),
                        () -> quotas.set(
                                world.owner.tenant(), Limit.CAMERAS, OptionalLong.of(1), " ", world.clock.instant())))
                .isInstanceOf(IllegalArgumentException.class);
        set(Limit.CAMERAS, 0);
        world.work.run(
                world.owner.tenant(),
                () -> quotas.set(
                        world.owner.tenant(),
                        Limit.CAMERAS,
                        OptionalLong.empty(),
                        "a new contract",
                        world.clock.instant()));

        camera();
    }

    private Object camera() {
        return world.camera(world.owner, yard, Optional.empty(), "Gate");
    }

    private Object invite(String email) {
        return world.inTenant(
                world.owner,
                () -> invitations.invite(world.owner, InvitationId.fresh(), new Email(email), Role.VIEWER, 7));
    }

    private long accounts() {
        return world.inTenant(world.owner, () -> seats.used(world.owner.tenant()));
    }

    private void visit(Viewer who) {
        visit(who, "");
    }

    private void visit(Viewer who, String email) {
        var membership = new Membership("acme", who.tenant().value());
        var person = new Person(who.subject().value(), "name", "Name", email, List.of(membership));
        world.visits().as(person, "acme", visit -> visit);
    }

    private void set(Limit what, long allowed) {
        world.work.run(
                world.owner.tenant(),
                () -> quotas.set(
                        world.owner.tenant(), what, OptionalLong.of(allowed), "the contract", world.clock.instant()));
    }

    /** How many of many at once were not refused for the quota. */
    private static long passed(Callable<Object> deed) throws Exception {
        var together = new CyclicBarrier(MANY);
        try (var threads = Executors.newFixedThreadPool(MANY)) {
            Callable<Boolean> one = () -> {
                together.await();
                try {
                    deed.call();
                    return true;
                } catch (Refusal refused) {
                    assertThat(refused.problem()).isEqualTo(Problem.QUOTA);
                    return false;
                }
            };
            long passed = 0;
            for (Future<Boolean> answer : threads.invokeAll(java.util.Collections.nCopies(MANY, one))) {
                passed += answer.get() ? 1 : 0;
            }
            return passed;
        }
    }
}
