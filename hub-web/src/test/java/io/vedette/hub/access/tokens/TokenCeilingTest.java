package io.vedette.hub.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Appoint;
import io.vedette.hub.access.KeepOut;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a token allows: some of what its holder may do at that moment, and never more. */
class TokenCeilingTest {
    private final TokenScene scene = new TokenScene();
    private CameraId gate;

    @BeforeEach
    void begin() {
        gate = scene.world.camera(
                scene.world.owner, scene.world.site(scene.world.owner, "Yard"), Optional.empty(), "Gate");
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aTokenSeesWhatItsHolderSeesAsFarAsItGoes() {
        give(scene.world.guard.subject(), Set.of(Action.LIVE, Action.REPLAY));
        var live = scene.make(scene.world.guard, Permission.LIVE);
        var owners = scene.make(scene.world.owner, Permission.LIVE, Permission.EVERY_CAMERA);
        var ownersByGrant = scene.make(scene.world.owner, Permission.LIVE);

        assertThat(allows(live, Action.LIVE)).isTrue();
        assertThat(allows(live, Action.REPLAY)).isFalse();
        assertThat(allows(owners, Action.LIVE)).isTrue();
        assertThat(allows(owners, Action.REPLAY)).isFalse();
        assertThat(allows(ownersByGrant, Action.LIVE)).isFalse();
    }

    @Test
    void aRoleOrGrantTakenAwayActsAtOnce() {
        var owners = scene.make(scene.world.owner, Permission.LIVE, Permission.EVERY_CAMERA, Permission.AUDIT);
        GrantId grant = give(scene.world.guard.subject(), Set.of(Action.LIVE));
        var guards = scene.make(scene.world.guard, Permission.LIVE);
        assertThat(allows(owners, Action.LIVE)).isTrue();
        assertThat(allows(guards, Action.LIVE)).isTrue();

        scene.sql("update member set role = 'VIEWER' where tenant_id = ? and subject = 'owner'");
        scene.world.work.run(scene.acme, () -> scene.world.grants.takeBack(scene.world.owner, grant));

        assertThat(allows(owners, Action.LIVE)).isFalse();
        boolean audits = scene.visit(owners, visit -> visit.viewer().may(Permission.AUDIT));
        assertThat(audits).isFalse();
        assertThat(allows(guards, Action.LIVE)).isFalse();
    }

    @Test
    void aTokenAppointsAndSuspendsOnlyWithThatRightEvenAfterAWait() {
        var appoint = new Appoint(scene.world.work, scene.world.members, scene.world.roleNews);
        var keepOut = new KeepOut(scene.world.work, scene.world.members, scene.world.roleNews, scene.world.clock);
        var narrow = scene.make(scene.world.owner, Permission.DELEGATE, Permission.LIVE);
        var wide = scene.make(
                scene.world.owner,
                Permission.APPOINT,
                Permission.DELEGATE,
                Permission.LIVE,
                Permission.REPLAY,
                Permission.REQUEST_UPLOAD);

        refused(
                "APPOINT",
                () -> scene.visit(narrow, visit -> {
                    appoint.to(visit.viewer(), scene.world.guard.subject(), Role.EDITOR);
                    return 1;
                }));
        refused(
                "APPOINT",
                () -> scene.visit(narrow, visit -> {
                    keepOut.suspend(visit.viewer(), scene.world.guard.subject());
                    return 1;
                }));
        refused(
                "APPOINT",
                () -> scene.visit(wide, visit -> {
                    appoint.to(visit.viewer(), scene.world.guard.subject(), Role.OWNER);
                    return 1;
                }));
        scene.visit(wide, visit -> {
            keepOut.suspend(visit.viewer(), scene.world.guard.subject());
            return 1;
        });
    }

    @Test
    void aTokenGivesNoGrantBeyondItself() {
        var made = scene.make(scene.world.owner, Permission.DELEGATE, Permission.EVERY_CAMERA, Permission.LIVE);

        refused(
                "REPLAY",
                () -> scene.visit(
                        made,
                        visit -> scene.world.grants.give(
                                visit.viewer(), GrantId.fresh(), wish(new Subject("friend"), Set.of(Action.REPLAY)))));
        GrantId grant = scene.visit(
                made,
                visit -> scene.world
                        .grants
                        .give(visit.viewer(), GrantId.fresh(), wish(new Subject("friend"), Set.of(Action.LIVE)))
                        .id());
        refused(
                "REPLAY",
                () -> scene.visit(
                        made,
                        visit -> scene.world.grants.change(
                                visit.viewer(),
                                grant,
                                GrantTerms.of(Set.of(Action.LIVE, Action.REPLAY), Optional.empty(), ""))));
    }

    @Test
    void whatIsAPersonsOwnBusinessIsNotDoneByAToken() {
        var made = scene.make(scene.world.owner, Permission.LIVE, Permission.DELEGATE);

        refused(
                "SESSION",
                () -> scene.visit(made, visit -> {
                    visit.mustBeInPerson();
                    return 1;
                }));
    }

    private boolean allows(PersonalTokens.Made made, Action action) {
        return scene.visit(made, visit -> scene.world.visible.allows(visit.viewer(), gate, action));
    }

    private GrantId give(Subject subject, Set<Action> actions) {
        GrantId id = GrantId.fresh();
        scene.world.inTenant(
                scene.world.owner, () -> scene.world.grants.give(scene.world.owner, id, wish(subject, actions)));
        return id;
    }

    private GrantWish wish(Subject subject, Set<Action> actions) {
        return GrantWish.of(
                new Holder.Person(subject), new Selector.OneCamera(gate), GrantTerms.of(actions, Optional.empty(), ""));
    }

    private static void refused(String right, Callable<?> work) {
        assertThatThrownBy(work::call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.MISSING_RIGHT);
            assertThat(refusal.details()).containsExactly(right);
        });
    }
}
