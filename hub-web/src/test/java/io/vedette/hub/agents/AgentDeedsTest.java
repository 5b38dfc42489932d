package io.vedette.hub.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may decide about agents, what of it is written down, and what is left when one ends. */
class AgentDeedsTest extends AgentScene {
    private final AgentCare care = new AgentCare(world.work, world.cameras, agents, ending, renewals, world.clock);

    @Test
    void everythingThatIsDecidedIsWrittenDownWithWhoDidIt() {
        AgentId agent = paired();
        world.work.run(world.owner.tenant(), () -> {
            care.confirm(world.owner, gate, agent);
            care.accept(world.owner, gate, agent);
            care.revoke(world.owner, gate);
        });

        assertThat(deeds())
                .containsSubsequence(
                        DeedKind.PAIRING_TOKEN_MADE.word(),
                        DeedKind.AGENT_PAIRED.word(),
                        DeedKind.AGENT_CONFIRMED.word(),
                        DeedKind.AGENT_ACCEPTED.word(),
                        DeedKind.AGENT_REVOKED.word());
        assertThat(doersOf(DeedKind.AGENT_PAIRED)).containsExactly(agent.toString());
    }

    @Test
    void whoMayOnlyWatchTheCameraDecidesNothingAboutItsAgent() {
        watchedByTheGuard();
        Viewer guard = world.guard;
        refusedFor(() -> tokens.make(guard, gate, PairingTokens.Terms.USUAL));
        AgentId agent = paired();

        refusedFor(() -> care.revoke(guard, gate));
        refusedFor(() -> care.confirm(guard, gate, agent));
        refusedFor(() -> care.accept(guard, gate, agent));
        refusedFor(() -> care.renew(guard, gate, agent));

        assertThat(agentOfGate()).isPresent();
    }

    @Test
    void theEndOfACamerasAgentTakesTheTokensWithItWithWhichAnotherCouldCome() {
        var late = token();
        paired();
        CameraId other = world.camera(world.owner, yard, Optional.empty(), "Door");

        assertThat(withAgent(gate, other)).isEqualTo(1);
        world.work.run(world.owner.tenant(), () -> ending.of(world.owner.tenant(), gate));

        assertThat(agentOfGate()).isEmpty();
        assertThat(withAgent(gate, other)).isZero();
        assertThat(withAgent()).isZero();
        assertThat(pairing.pair(request(late, fresh()))).isEmpty();
    }

    @Test
    void aCameraThatIsForgottenLeavesNoRowOfAnAgent() {
        AgentId agent = paired();
        var socket = connect(agent, key);

        world.work.run(world.owner.tenant(), () -> ending.forget(world.owner.tenant(), gate));

        assertThat(socket.closed).hasSize(1);
        assertThat(world.inTenant(world.owner, () -> agents.find(world.owner.tenant(), agent)))
                .isEmpty();
    }

    private void watchedByTheGuard() {
        var wish = GrantWish.of(
                new Holder.Person(world.guard.subject()),
                new Selector.OneCamera(gate),
                GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""));
        world.work.run(world.owner.tenant(), () -> world.grants.give(world.owner, GrantId.fresh(), wish));
    }

    private void refusedFor(Runnable deed) {
        assertThatThrownBy(() -> world.work.run(world.owner.tenant(), deed))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.MISSING_RIGHT));
    }

    private long withAgent(CameraId... cameras) {
        return world.inTenant(world.owner, () -> ending.count(world.owner.tenant(), List.of(cameras)));
    }

    private List<String> deeds() {
        return rows("select action from audit_entry order by seq");
    }

    private List<String> doersOf(DeedKind kind) {
        return rows("select actor_id from audit_entry where action = '" + kind.word() + "'");
    }

    private List<String> rows(String query) {
        return world.inTenant(
                world.owner,
                () -> world.work
                        .entities(world.owner.tenant())
                        .createNativeQuery(query, String.class)
                        .getResultList());
    }
}
