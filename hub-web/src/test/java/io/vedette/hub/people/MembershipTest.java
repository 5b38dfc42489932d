package io.vedette.hub.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Account;
import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Email;
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
import io.vedette.hub.cameras.grants.TeamId;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a tenant keeps out: the people who may decide it, and everything that ends with it. */
class MembershipTest {
    private final HubWorld world = new HubWorld();
    private final Members members = world.members;
    private final RoleNews news = new RoleNews();
    private final KeepOut keepOut = new KeepOut(world.work, members, news, world.clock);
    private final Visits visits = world.visits();
    private final List<Subject> endedAtProvider = new ArrayList<>();
    private final EndMembership end =
            new EndMembership(world.work, keepOut, world.grants, world.teams, world.tokens, new Provider());
    private final TenantId acme = world.owner.tenant();
    private final Viewer admin = new Viewer(acme, new Subject("admin"), Role.ADMIN);
    private final Viewer friend = new Viewer(acme, new Subject("friend"), Role.VIEWER);
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
    void aSuspendedMemberIsKeptOutAtOnceAndFindsEverythingAgainWhenLetIn() {
        List<TenantId> told = new ArrayList<>();
        news.onChanged(told::add);
        give(world.owner, world.guard, Optional.empty());
        assertThat(sees(world.guard)).isTrue();

        as(admin, () -> keepOut.suspend(admin, world.guard.subject()));

        assertThat(told).containsExactly(acme);
        assertThat(sees(world.guard)).as("whatever asks the rule").isFalse();
        refused(Problem.SUSPENDED, () -> visit(world.guard));

        as(admin, () -> keepOut.lift(admin, world.guard.subject()));
        assertThat(sees(world.guard)).isTrue();
        visit(world.guard);
    }

    @Test
    void aSuspendedAdministratorSeesNoCameraByRoleEither() {
        as(world.owner, () -> keepOut.suspend(world.owner, admin.subject()));

        assertThat(sees(admin)).isFalse();
        refused(Problem.SUSPENDED, () -> visit(admin));
    }

    @Test
    void whatASuspendedMemberPassedOnWaitsWithThem() {
        GrantId held = give(world.owner, world.guard, Optional.empty());
        give(world.guard, friend, Optional.of(held));
        assertThat(sees(friend)).isTrue();

        as(admin, () -> keepOut.suspend(admin, world.guard.subject()));
        assertThat(sees(friend)).isFalse();

        as(admin, () -> keepOut.lift(admin, world.guard.subject()));
        assertThat(sees(friend)).isTrue();
    }

    @Test
    void withARemovedMemberGoRoleTeamsGrantsAndWhatTheyPassedOn() throws SQLException {
        row("guard", "EDITOR");
        GrantId held = give(world.owner, world.guard, Optional.empty());
        give(world.guard, friend, Optional.of(held));
        TeamId team = world.inTenant(world.owner, () -> {
            var made = world.teams.make(world.owner, TeamId.fresh(), new io.vedette.hub.tenancy.Name("Night shift"));
            world.teams.put(world.owner, made.id(), world.guard.subject());
            return made.id();
        });

        as(world.owner, () -> end.of(world.owner, world.guard.subject()));

        refused(Problem.NOT_FOUND, () -> visit(world.guard));
        assertThat(sees(world.guard)).isFalse();
        assertThat(sees(friend)).isFalse();
        assertThat(endedAtProvider).containsExactly(world.guard.subject());
        world.inTenant(world.owner, () -> {
            assertThat(world.grants.all(world.owner)).isEmpty();
            assertThat(world.teams.members(acme)).noneMatch(one -> one.team().equals(team));
            assertThat(members.role(acme, world.guard.subject())).isEqualTo(Role.VIEWER);
            return team;
        });

        as(world.owner, () -> keepOut.lift(world.owner, world.guard.subject()));
        visit(world.guard);
        assertThat(sees(world.guard))
                .as("let in again as a viewer without grants")
                .isFalse();
    }

    @Test
    void whoeverLeavesIsAStrangerFromThenOnHereAndNowhereElse() {
        give(world.owner, world.guard, Optional.empty());

        as(world.guard, () -> end.own(world.guard));

        refused(Problem.NOT_FOUND, () -> visit(world.guard));
        assertThat(visits.open(person(world.guard)))
                .extracting(Membership::slug)
                .containsExactly("globex");
        assertThat(visits.first(person(world.guard))).map(Membership::slug).contains("globex");
    }

    @Test
    void anAdministratorDealsWithEditorsAndViewersAloneAndNobodyElseWithAnybody() throws SQLException {
        row("other", "ADMIN");
        for (String above : List.of("owner", "other", "admin")) {
            refused(Problem.MISSING_RIGHT, () -> as(admin, () -> keepOut.suspend(admin, new Subject(above))));
            refused(Problem.MISSING_RIGHT, () -> as(admin, () -> end.of(admin, new Subject(above))));
        }
        for (Role role : List.of(Role.EDITOR, Role.VIEWER)) {
            var viewer = new Viewer(acme, new Subject("editor"), role);
            refused(Problem.MISSING_RIGHT, () -> as(viewer, () -> keepOut.suspend(viewer, world.guard.subject())));
            refused(Problem.MISSING_RIGHT, () -> as(viewer, () -> keepOut.lift(viewer, world.guard.subject())));
            refused(Problem.MISSING_RIGHT, () -> as(viewer, () -> end.of(viewer, world.guard.subject())));
        }
        assertThat(endedAtProvider).isEmpty();
    }

    @Test
    void theLastOwnerWhoCanComeInStays() throws SQLException {
        refused(Problem.CONFLICT, () -> as(world.owner, () -> end.own(world.owner)));

        row("second", "OWNER");
        var second = new Viewer(acme, new Subject("second"), Role.OWNER);
        as(world.owner, () -> keepOut.suspend(world.owner, second.subject()));
        refused(Problem.CONFLICT, () -> as(world.owner, () -> end.own(world.owner)));
        visit(world.owner);
    }

    @Test
    void aSuspendedOwnerIsNoneWhoCouldStayWhenAnotherResigns() throws SQLException {
        row("second", "OWNER");
        var second = new Viewer(acme, new Subject("second"), Role.OWNER);
        as(world.owner, () -> keepOut.suspend(world.owner, second.subject()));

        var appoint = new io.vedette.hub.access.Appoint(world.work, members, news);
        refused(
                Problem.CONFLICT,
                () -> as(world.owner, () -> appoint.to(world.owner, world.owner.subject(), Role.VIEWER)));
    }

    @Test
    void ofTwoOwnersWhoSuspendEachOtherAtOnceOrLeaveOneStays() throws Exception {
        row("second", "OWNER");
        var second = new Viewer(acme, new Subject("second"), Role.OWNER);
        for (int round = 0; round < 10; round++) {
            boolean even = round % 2 == 0;
            Callable<Boolean> one =
                    () -> done(() -> as(world.owner, () -> keepOut.suspend(world.owner, second.subject())));
            Callable<Boolean> other = () -> done(() -> as(second, () -> {
                if (even) {
                    keepOut.suspend(second, world.owner.subject());
                } else {
                    keepOut.leave(second);
                }
            }));
            try (var people = Executors.newFixedThreadPool(2)) {
                List<Boolean> done = new ArrayList<>();
                for (var answer : people.invokeAll(List.of(one, other))) {
                    done.add(answer.get());
                }
                assertThat(done).contains(true);
            }
            world.inTenant(world.owner, () -> {
                assertThat(members.keptOut(acme)).hasSize(1);
                return done(() -> {});
            });
            clear(even);
        }
    }

    private void clear(boolean even) throws SQLException {
        run("delete from kept_out");
        if (!even) {
            run("delete from member where subject = 'second'");
            row("second", "OWNER");
        }
    }

    private boolean done(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private GrantId give(Viewer giver, Viewer to, Optional<GrantId> under) {
        var id = GrantId.fresh();
        var terms = new GrantTerms(
                Set.of(Action.LIVE), Optional.empty(), Optional.empty(), Optional.empty(), under.isEmpty(), "");
        world.inTenant(
                giver,
                () -> world.grants.give(
                        giver,
                        id,
                        new GrantWish(new Holder.Person(to.subject()), new Selector.OneCamera(gate), terms, under)));
        return id;
    }

    private boolean sees(Viewer viewer) {
        return world.inTenant(viewer, () -> world.visible.allows(viewer, gate, Action.LIVE));
    }

    private void as(Viewer viewer, Runnable act) {
        world.work.run(viewer.tenant(), act);
    }

    private void visit(Viewer viewer) {
        visits.as(person(viewer), "acme", visit -> visit);
    }

    private Person person(Viewer viewer) {
        return new Person(
                viewer.subject().value(),
                "somebody",
                "Somebody",
                List.of(
                        new Membership("acme", acme.value()),
                        new Membership("globex", world.stranger.tenant().value())));
    }

    private static void refused(Problem problem, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(problem));
    }

    private void row(String subject, String role) throws SQLException {
        run("insert into member (tenant_id, subject, role) values ('" + acme + "', '" + subject + "', '" + role + "')");
    }

    private void run(String statement) throws SQLException {
        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Notes whose membership was ended there; nobody is listed. */
    private final class Provider implements Accounts {
        @Override
        public List<Account> all(Viewer viewer) {
            return List.of();
        }

        @Override
        public Optional<Account> named(TenantId tenant, String userNameOrEmail) {
            return Optional.empty();
        }

        @Override
        public Optional<Account> holding(TenantId tenant, Email email) {
            return Optional.empty();
        }

        @Override
        public void end(TenantId tenant, Subject subject) {
            endedAtProvider.add(subject);
        }
    }
}
