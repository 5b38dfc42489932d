package io.vedette.hub.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Appoint;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.KeepOut;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleNews;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visits;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever comes as a member with an address that was invited finds role and grants; nobody else does. */
class ArrivalsTest {
    private static final Email ADDRESS = new Email("Relief@Acme.example");
    private static final Subject RELIEF = new Subject("relief");

    private final HubWorld world = new HubWorld();
    private final Members members = world.members;
    private final Invitations invitations = new Invitations(world.work, world.clock);
    private final KeepOut keepOut = new KeepOut(world.work, members, new RoleNews(), world.clock);
    private final Visits visits = world.visits();
    private final TenantId acme = world.owner.tenant();
    private final Viewer admin = new Viewer(acme, new Subject("admin"), Role.ADMIN);
    private CameraId gate;

    @BeforeEach
    void begin() throws SQLException {
        row("owner", "OWNER");
        row("admin", "ADMIN");
        gate = world.camera(world.owner, world.site(world.owner, "Yard"), Optional.empty(), "Gate");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void roleAndGrantsHoldFromTheFirstVisitOfWhoeverHasTheAddress() {
        InvitationId id = invite(admin, Role.VIEWER);
        giveTheGate(id);
        assertThat(sees()).isFalse();

        assertThat(comes("relief@acme.EXAMPLE").role()).isEqualTo(Role.VIEWER);

        assertThat(sees()).isTrue();
        world.inTenant(world.owner, () -> {
            assertThat(invitations.waiting(world.owner)).isEmpty();
            assertThat(world.grants.all(world.owner))
                    .extracting(grant -> grant.holder())
                    .containsExactly(new Holder.Person(RELIEF));
            return id;
        });
    }

    @Test
    void anEditorIsOneFromTheFirstVisit() {
        invite(admin, Role.EDITOR);

        assertThat(comes(ADDRESS.value()).role()).isEqualTo(Role.EDITOR);
    }

    @Test
    void anotherAddressAnUnverifiedOneAndAForeignTenantGetNothing() {
        giveTheGate(invite(admin, Role.EDITOR));

        for (String address : List.of("", "other@acme.example", "relief@acme.example.org", "no address")) {
            assertThat(comes(address).role()).as(address).isEqualTo(Role.VIEWER);
        }
        assertThat(comesTo("globex", ADDRESS.value()).role()).isEqualTo(Role.VIEWER);
        assertThat(sees()).isFalse();
    }

    @Test
    void anInvitationThatIsOverOrTakenBackGivesNothing() {
        giveTheGate(invite(admin, Role.EDITOR));
        world.clock.move(Duration.ofDays(7));
        assertThat(comes(ADDRESS.value()).role()).isEqualTo(Role.VIEWER);

        InvitationId second = invite(admin, Role.EDITOR);
        giveTheGate(second);
        world.inTenant(admin, () -> invitations.takeBack(admin, second));
        assertThat(comes(ADDRESS.value()).role()).isEqualTo(Role.VIEWER);
        assertThat(sees()).isFalse();
        assertThat(world.inTenant(world.owner, () -> world.grants.all(world.owner)))
                .isEmpty();
    }

    @Test
    void whatSomebodyInvitedToWhoMayNotAnyMoreGivesNothing() throws SQLException {
        invite(admin, Role.EDITOR);
        as(() -> keepOut.suspend(world.owner, admin.subject()));
        assertThat(comes(ADDRESS.value()).role()).isEqualTo(Role.VIEWER);

        as(() -> keepOut.lift(world.owner, admin.subject()));
        as(() -> new Appoint(world.work, members, new RoleNews()).to(world.owner, admin.subject(), Role.EDITOR));
        assertThat(comes(ADDRESS.value()).role()).isEqualTo(Role.VIEWER);

        as(() -> keepOut.remove(world.owner, admin.subject()));
        assertThat(world.inTenant(world.owner, () -> invitations.waiting(world.owner)))
                .isEmpty();
    }

    @Test
    void whoeverHasARoleKeepsItAndGetsTheGrants() throws SQLException {
        row("relief", "ADMIN");
        invite(admin, Role.VIEWER);

        assertThat(comes(ADDRESS.value()).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void aRemovedMemberComesBackByALaterInvitationAndByNoEarlierOneAndASuspendedOneByNone() {
        invite(admin, Role.EDITOR);
        as(() -> keepOut.suspend(world.owner, RELIEF));
        refused(Problem.SUSPENDED, () -> comes(ADDRESS.value()));

        world.clock.move(Duration.ofMinutes(1));
        as(() -> keepOut.remove(world.owner, RELIEF));
        refused(Problem.NOT_FOUND, () -> comes(ADDRESS.value()));

        world.clock.move(Duration.ofMinutes(1));
        invite(admin, Role.EDITOR);
        assertThat(comes(ADDRESS.value()).role()).isEqualTo(Role.EDITOR);
    }

    @Test
    void ofTwoRequestsAtOnceOneTakesItUpAndBothAreLetIn() throws Exception {
        giveTheGate(invite(admin, Role.EDITOR));
        Callable<Viewer> request = () -> comes(ADDRESS.value());

        try (var requests = Executors.newFixedThreadPool(4)) {
            for (var answer : requests.invokeAll(List.of(request, request, request, request))) {
                assertThat(answer.get().role()).isEqualTo(Role.EDITOR);
            }
        }
    }

    @Test
    void aSecondInvitationOfAnAddressTakesThePlaceOfTheFirst() {
        giveTheGate(invite(admin, Role.VIEWER));
        invite(admin, Role.EDITOR);

        assertThat(comes(ADDRESS.value()).role()).isEqualTo(Role.EDITOR);
        assertThat(world.inTenant(world.owner, () -> world.grants.all(world.owner)))
                .isEmpty();
    }

    @Test
    void nobodyInvitesToARoleTheyCouldNotGive() {
        for (Role role : List.of(Role.OWNER, Role.ADMIN)) {
            refused(Problem.MISSING_RIGHT, () -> invite(admin, role));
        }
        for (Role role : List.of(Role.EDITOR, Role.VIEWER)) {
            var viewer = new Viewer(acme, new Subject("editor"), role);
            refused(Problem.MISSING_RIGHT, () -> invite(viewer, Role.VIEWER));
        }
        InvitationId owners = invite(world.owner, Role.OWNER);
        refused(Problem.MISSING_RIGHT, () -> world.inTenant(admin, () -> invitations.takeBack(admin, owners)));
        refused(Problem.MISSING_RIGHT, () -> invite(admin, Role.VIEWER));
        refused(
                Problem.NOT_FOUND,
                () -> world.inTenant(world.stranger, () -> invitations.takeBack(world.stranger, owners)));
    }

    private InvitationId invite(Viewer inviter, Role role) {
        var id = InvitationId.fresh();
        world.inTenant(inviter, () -> invitations.invite(inviter, id, ADDRESS, role, 7));
        return id;
    }

    private void giveTheGate(InvitationId id) {
        var terms = GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), "");
        var wish = GrantWish.of(new Holder.Invited(id), new Selector.OneCamera(gate), terms);
        world.inTenant(admin, () -> world.grants.give(admin, GrantId.fresh(), wish));
    }

    private boolean sees() {
        var viewer = new Viewer(acme, RELIEF, Role.VIEWER);
        return world.inTenant(viewer, () -> world.visible.allows(viewer, gate, Action.LIVE));
    }

    private Viewer comes(String verifiedEmail) {
        return comesTo("acme", verifiedEmail);
    }

    private Viewer comesTo(String slug, String verifiedEmail) {
        var person = new Person(
                RELIEF.value(),
                "relief",
                "Relief",
                verifiedEmail,
                List.of(
                        new Membership("acme", acme.value()),
                        new Membership("globex", world.stranger.tenant().value())));
        return visits.as(person, slug, visit -> visit.viewer());
    }

    private void as(Runnable act) {
        world.work.run(acme, act);
    }

    private static void refused(Problem problem, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(problem));
    }

    private void row(String subject, String role) throws SQLException {
        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var insert =
                        connection.prepareStatement("insert into member (tenant_id, subject, role) values (?, ?, ?)")) {
            insert.setObject(1, acme.value());
            insert.setString(2, subject);
            insert.setString(3, role);
            insert.execute();
        }
    }
}
