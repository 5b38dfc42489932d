package io.vedette.hub.cameras.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Teams: who makes and fills them, what is written down, and who is told that somebody has less now. */
class TeamsTest {
    private static final Subject WALKER = new Subject("walker");

    private final HubWorld world = new HubWorld();
    private final TenantId acme = world.owner.tenant();
    private final List<TenantId> less = new ArrayList<>();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void teamsAreListedByNameWithTheirPeople() {
        TeamId night = made("Night shift");
        TeamId day = made("Day shift");
        as(() -> world.teams.put(world.owner, night, WALKER));

        assertThat(asked(() -> world.teams.all(acme)))
                .extracting(Team::name)
                .containsExactly("Day shift", "Night shift");
        assertThat(asked(() -> world.teams.members(acme)))
                .extracting(TeamMember::team, TeamMember::subject)
                .containsExactly(tuple(night, WALKER));
        assertThat(asked(() -> world.teams.get(acme, day)).name()).isEqualTo("Day shift");
        assertThat(world.work.as(world.stranger.tenant(), () -> world.teams.all(world.stranger.tenant())))
                .isEmpty();
    }

    @Test
    void aNameIsHadByOneTeamAtATimeAndKeptByRenamingToItself() {
        TeamId night = made("Night shift");
        made("Day shift");

        refused(Problem.CONFLICT, () -> world.teams.make(world.owner, TeamId.fresh(), new Name("Night shift")));
        refused(Problem.CONFLICT, () -> world.teams.rename(world.owner, night, new Name("Day shift")));
        as(() -> world.teams.rename(world.owner, night, new Name("Night shift")));
        int before = asked(() -> world.teams.get(acme, night)).version();
        int after = asked(() -> world.teams.rename(world.owner, night, new Name("Late shift")))
                .version();

        assertThat(after).isEqualTo(before + 1);
        assertThat(asked(() -> world.teams.get(acme, night)).name()).isEqualTo("Late shift");
    }

    @Test
    void whoDoesNotDelegateTouchesNoTeam() {
        TeamId team = made("Night shift");
        Viewer guard = world.guard;

        refused(Problem.MISSING_RIGHT, () -> world.teams.make(guard, TeamId.fresh(), new Name("Mine")));
        refused(Problem.MISSING_RIGHT, () -> world.teams.rename(guard, team, new Name("Mine")));
        refused(Problem.MISSING_RIGHT, () -> world.teams.put(guard, team, guard.subject()));
        refused(Problem.MISSING_RIGHT, () -> world.teams.take(guard, team, WALKER));
        refused(Problem.MISSING_RIGHT, () -> world.teams.remove(guard, team));

        assertThat(asked(() -> world.teams.get(acme, team)).name()).isEqualTo("Night shift");
        assertThat(asked(() -> world.teams.members(acme))).isEmpty();
    }

    @Test
    void whatIsDoneIsWrittenDownOnceAndWhoHasLessIsSaid() {
        world.news.onLess(less::add);
        TeamId team = made("Night shift");
        as(() -> world.teams.put(world.owner, team, WALKER));
        as(() -> world.teams.put(world.owner, team, WALKER));
        as(() -> world.teams.rename(world.owner, team, new Name("Late shift")));
        assertThat(less).as("nobody has less by any of these").isEmpty();

        as(() -> world.teams.take(world.owner, team, WALKER));
        assertThat(less).containsExactly(acme);
        assertThat(asked(() -> world.teams.members(acme))).isEmpty();
        as(() -> world.teams.take(world.owner, team, WALKER));
        as(() -> world.teams.remove(world.owner, team));

        assertThat(less).containsOnly(acme).hasSize(3);
        assertThat(asked(() -> world.teams.find(acme, team))).isEmpty();
        assertThat(deeds())
                .containsExactly(
                        DeedKind.TEAM_ADDED.word(),
                        DeedKind.TEAM_JOINED.word(),
                        DeedKind.TEAM_CHANGED.word(),
                        DeedKind.TEAM_LEFT.word(),
                        DeedKind.TEAM_REMOVED.word());
    }

    private TeamId made(String name) {
        return asked(() -> world.teams.make(world.owner, TeamId.fresh(), new Name(name)))
                .id();
    }

    private void as(Runnable deed) {
        world.work.run(acme, deed);
    }

    private <T> T asked(Supplier<T> question) {
        return world.work.as(acme, question);
    }

    private void refused(Problem problem, Runnable deed) {
        assertThatThrownBy(() -> as(deed))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private List<String> deeds() {
        return asked(() -> world.work
                .entities(acme)
                .createNativeQuery(
                        "select action from audit_entry where subject_kind = 'team' order by seq", String.class)
                .getResultList());
    }
}
