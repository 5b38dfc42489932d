package io.vedette.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.tokens.TokenWish;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written down of roles, members, invitations and tokens, who hears of it, and who may not even ask. */
class AccessDeedsTest {
    private final HubWorld world = new HubWorld();
    private final TenantId acme = world.owner.tenant();
    private final RoleNews news = new RoleNews();
    private final Roles roles = new Roles(world.work, news);
    private final Members members = new Members(world.work, roles, world.clock);
    private final Appoint appoint = new Appoint(world.work, members, news);
    private final KeepOut keepOut = new KeepOut(world.work, members, news, world.clock);
    private final Invitations invitations = new Invitations(world.work, world.clock);
    private final List<TenantId> told = new ArrayList<>();

    @BeforeEach
    void begin() throws SQLException {
        try (var connection = TestDatabase.unlocked(world.settings).getConnection();
                var insert = connection.prepareStatement(
                        "insert into member (tenant_id, subject, role) values (?, 'owner', 'OWNER')")) {
            insert.setObject(1, acme.value());
            insert.execute();
        }
        news.onChanged(told::add);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aRolesLifeIsWrittenDownAndWhoHadItIsAViewerAfterwards() {
        RoleKey key = world.inTenant(
                world.owner,
                () -> roles.make(world.owner, wish("Desk", Permission.LIVE)).key());
        as(() -> appoint.to(world.owner, world.guard.subject(), role(key)));
        assertThat(world.inTenant(world.owner, () -> roles.holding(acme, key))).isEqualTo(1);
        int before = told.size();

        int first =
                world.inTenant(world.owner, () -> roles.custom(acme).getFirst().version());
        as(() -> roles.change(world.owner, key, wish("Night desk", Permission.REPLAY)));
        int second =
                world.inTenant(world.owner, () -> roles.custom(acme).getFirst().version());
        as(() -> roles.remove(world.owner, key));

        assertThat(second).isEqualTo(first + 1);
        assertThat(told.subList(before, told.size())).containsExactly(acme, acme);
        assertThat(actions()).containsExactly("role.made", "role.given", "role.changed", "role.given", "role.removed");
        assertThat(details().get(3)).contains("VIEWER", "Night desk");
    }

    @Test
    void aRoleTakesNoNameThatAnotherHasAndKeepsItsOwn() {
        RoleKey key = world.inTenant(
                world.owner,
                () -> roles.make(world.owner, wish("Desk", Permission.LIVE)).key());
        as(() -> roles.make(world.owner, wish("Gate", Permission.LIVE)));

        refused(Problem.CONFLICT, () -> roles.change(world.owner, key, wish("Gate", Permission.LIVE)));
        as(() -> roles.change(world.owner, key, wish("Desk", Permission.REPLAY)));
        assertThat(role(key).permissions()).containsExactly(Permission.REPLAY);
    }

    @Test
    void aMembersComingsAndGoingsAreWrittenDown() {
        as(() -> keepOut.suspend(world.owner, world.guard.subject()));
        as(() -> keepOut.lift(world.owner, world.guard.subject()));
        as(() -> keepOut.remove(world.owner, world.guard.subject()));
        Viewer friend = new Viewer(acme, new Subject("friend"), Role.VIEWER);
        as(() -> appoint.to(world.owner, friend.subject(), Role.EDITOR));
        as(() -> keepOut.leave(friend));

        assertThat(actions())
                .containsExactly("member.suspended", "member.let-in", "member.removed", "role.given", "member.left");
        assertThat(world.inTenant(world.owner, () -> members.role(acme, friend.subject())))
                .as("whoever left takes no role along")
                .isEqualTo(Role.VIEWER);
        assertThat(told).hasSizeGreaterThanOrEqualTo(4).containsOnly(acme);
    }

    @Test
    void anInvitationIsWrittenDownAndReadByWhoDelegatesAlone() {
        InvitationId id = InvitationId.fresh();
        as(() -> invitations.invite(world.owner, id, new Email("relief@elsewhere.example"), Role.VIEWER, 1));
        assertThat(world.inTenant(
                        world.owner, () -> invitations.get(world.owner, id).sentAt()))
                .isEmpty();
        as(() -> invitations.sent(world.owner, id));
        assertThat(world.inTenant(
                        world.owner, () -> invitations.get(world.owner, id).sentAt()))
                .contains(world.clock.instant());

        refused(Problem.MISSING_RIGHT, () -> invitations.waiting(world.guard));
        refused(Problem.NOT_FOUND, () -> invitations.get(world.owner, InvitationId.fresh()));
        var appoints = new Viewer(
                acme,
                new Subject("deputy"),
                Role.ADMIN.within(
                        Set.of(Permission.APPOINT, Permission.LIVE, Permission.REPLAY, Permission.REQUEST_UPLOAD)));
        refused(
                Problem.MISSING_RIGHT,
                () -> invitations.invite(
                        appoints, InvitationId.fresh(), new Email("other@elsewhere.example"), Role.VIEWER, 1));
        for (int days : List.of(0, 8)) {
            assertThatThrownBy(() -> as(() -> invitations.invite(
                            world.owner,
                            InvitationId.fresh(),
                            new Email("other@elsewhere.example"),
                            Role.VIEWER,
                            days)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        as(() -> invitations.takeBack(world.owner, id));

        assertThat(actions()).containsExactly("member.invited", "invitation.taken-back");
        assertThat(details().getFirst()).contains("VIEWER");
    }

    @Test
    void aTokensLifeIsWrittenDownWithWhatItAllows() {
        var made = world.inTenant(
                world.owner,
                () -> world.tokens.make(
                        world.owner, new TokenWish(new Name("Backup"), Set.of(Permission.REPLAY, Permission.LIVE), 1)));
        as(() -> world.tokens.takeBack(world.owner, made.token().id()));

        assertThat(actions()).containsExactly("token.made", "token.taken-back");
        assertThat(details().getFirst()).contains("LIVE REPLAY");
    }

    @Test
    void onlyAnOwnerTakesSupportAccessBackAndAReasonMayBeAsLongAsItSays() {
        as(() -> world.support.give(world.owner, SupportLevel.LOOK, 1, "x".repeat(200)));
        var admin = new Viewer(acme, new Subject("admin"), Role.ADMIN);

        refused(Problem.MISSING_RIGHT, () -> world.support.takeBack(admin));

        var open = world.inTenant(world.owner, () -> world.support.open(acme)).orElseThrow();
        assertThat(open.reason()).hasSize(200);
        assertThat(open.usedBy()).isEmpty();
        assertThat(open.usedAt()).isEmpty();
    }

    private static RoleWish wish(String name, Permission... permissions) {
        return new RoleWish(new Name(name), Set.of(permissions), Optional.empty());
    }

    private Role role(RoleKey key) {
        return world.inTenant(world.owner, () -> roles.find(acme, key)).orElseThrow();
    }

    private void as(Runnable deed) {
        world.work.run(acme, deed);
    }

    private void refused(Problem problem, Runnable deed) {
        assertThatThrownBy(() -> as(deed))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(problem));
    }

    private List<String> actions() {
        return column("action");
    }

    private List<String> details() {
        return column("detail");
    }

    private List<String> column(String name) {
        return world.inTenant(
                world.owner,
                () -> world.work
                        .entities(acme)
                        .createNativeQuery("select " + name + "::text from audit_entry order by seq", String.class)
                        .getResultList());
    }
}
