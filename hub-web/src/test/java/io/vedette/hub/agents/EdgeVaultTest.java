package io.vedette.hub.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.EventId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.contracts.pairing.VaultPairingAnswer;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The vault of a site, paired and connected as an agent is. */
class EdgeVaultTest extends AgentScene {
    private static final String PRINT = "x".repeat(43);

    private final VaultCare care = new VaultCare(world.work, world.sites, agents, ending, renewals, world.clock);
    private final List<EventBody> heard = new ArrayList<>();
    private final EventBody kept =
            new EventBody.RecordingKept(RecordingId.fresh(), CameraId.fresh(), 5, "0".repeat(64));

    @Test
    void aVaultIsBoundToItsSiteAndToldSoWithTheHubsSignature() {
        VaultPairingAnswer answer =
                pairing.pairVault(request(vaultToken(false), key)).orElseThrow();

        assertThat(answer.site()).isEqualTo(yard.value());
        assertThat(answer.siteName()).isEqualTo("Yard");
        assertThat(answer.name()).isEqualTo("Cellar");
        assertThat(Signatures.verifies(
                        Signatures.key(answer.hubKey()).orElseThrow(),
                        Proof.vaultPaired(answer.tenant(), answer.vault(), answer.site(), encoded(key)),
                        answer.proof()))
                .isTrue();
    }

    @Test
    void theTokenOfACameraMakesNoVaultAndTheTokenOfASiteNoAgent() {
        PairingToken ofCamera = token();
        PairingToken ofSite = vaultToken(false);

        assertThat(pairing.pairVault(request(ofCamera, key))).isEmpty();
        assertThat(pairing.pair(request(ofSite, key))).isEmpty();

        assertThat(pairing.pair(request(ofCamera, key))).isPresent();
        assertThat(pairing.pairVault(request(ofSite, fresh()))).isPresent();
    }

    @Test
    void ownersAloneMakeTokensOfASiteAndAForeignSiteIsNone() {
        Viewer guard = world.guard;

        assertThatThrownBy(() -> world.inTenant(guard, () -> make(guard, false)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> world.inTenant(world.stranger, () -> make(world.stranger, false)))
                .isInstanceOf(Refusal.class);
        assertThat(vaultToken(false)).isNotNull();
    }

    @Test
    void aSiteHasOneVaultUnlessItIsSwapped() {
        AgentId old = pairedVault();
        assertThatThrownBy(() -> vaultToken(false)).isInstanceOf(Refusal.class);

        AgentId next = pairing.pairVault(request(vaultToken(true), fresh()))
                .orElseThrow()
                .vault();

        assertThat(ofYard().map(Agent::id)).contains(next);
        assertThat(connect(old, key).closed).containsExactly(4410);
    }

    @Test
    void whatAVaultSaysReachesWhoeverListensToVaultsAndNobodyElse() {
        List<Object> agentsNews = new ArrayList<>();
        news.onEvent((agent, event, at, offset) -> agentsNews.add(event));
        news.onMessage((agent, message) -> agentsNews.add(message));
        news.onOnline(agentsNews::add);
        news.onOffline(agentsNews::add);
        vaultNews.onEvent((vault, body) -> heard.add(body));

        PlayedSocket socket = connect(pairedVault(), key);
        say(socket, event(1, kept));
        say(socket, event(1, kept));
        socket.connection.closed();

        assertThat(heard).containsExactly(kept);
        assertThat(agentsNews).isEmpty();
        assertThat(socket.said(FromHub.EventsAck.class)).hasSize(2);
    }

    @Test
    void whereItTakesRecordingsIsKeptAndAnAgentInFrontOfACameraHasNoSuchPlace() {
        List<VaultRef> opened = new ArrayList<>();
        vaultNews.onOpened(opened::add);

        say(connect(pairedVault(), key), new FromAgent.VaultOpen("https://10.0.0.7:8443", PRINT));
        say(connectAgent(), new FromAgent.VaultOpen("https://10.0.0.8:8443", PRINT));

        assertThat(opened).hasSize(1);
        assertThat(ofYard().flatMap(Agent::door)).contains(new VaultDoor("https://10.0.0.7:8443", Optional.of(PRINT)));
        assertThat(agentOfGate().flatMap(Agent::door)).isEmpty();
    }

    @Test
    void anAddressWithoutAPinnedCertificateIsOfTheOwnMachineOrNone() {
        assertThat(door("http://127.0.0.1:8443", null)).isPresent();
        assertThat(door("https://vault.local:8443/", PRINT)).isPresent();

        assertThat(door("http://10.0.0.7:8443", null)).isEmpty();
        assertThat(door("https://10.0.0.7:8443", null)).isEmpty();
        assertThat(door("https://10.0.0.7:8443", "short")).isEmpty();
        assertThat(door("https://somebody@10.0.0.7", PRINT)).isEmpty();
        assertThat(door("https://10.0.0.7/elsewhere", PRINT)).isEmpty();
        assertThat(door("file:///etc", PRINT)).isEmpty();
        assertThat(door("no address", PRINT)).isEmpty();
    }

    @Test
    void aVaultWaitsForItsWordsAndIsShutOutWhenItIsRevoked() {
        PairingToken token = world.inTenant(
                        world.owner,
                        () -> tokens.make(world.owner, yard, new Name("Cellar"), new PairingTokens.Terms(false, true)))
                .token();
        AgentId vault = pairing.pairVault(request(token, key)).orElseThrow().vault();
        assertThat(connect(vault, key).said(FromHub.Welcome.class)).isEmpty();
        assertThatThrownBy(() -> world.inTenant(world.guard, () -> {
                    care.confirm(world.guard, yard, vault);
                    return vault;
                }))
                .isInstanceOf(Refusal.class);

        world.work.run(world.owner.tenant(), () -> care.confirm(world.owner, yard, vault));
        PlayedSocket socket = connect(vault, key);
        assertThat(socket.said(FromHub.Welcome.class)).hasSize(1);

        List<VaultRef> revoked = new ArrayList<>();
        vaultNews.onRevoked(revoked::add);
        world.work.run(world.owner.tenant(), () -> care.revoke(world.owner, yard, vault));

        assertThat(revoked).hasSize(1);
        assertThat(ofYard()).isEmpty();
        assertThat(connect(vault, key).said(FromHub.Welcome.class)).isEmpty();
    }

    private static Optional<VaultDoor> door(String address, String print) {
        return VaultDoor.of(new FromAgent.VaultOpen(address, print));
    }

    private PlayedSocket connectAgent() {
        var other = fresh();
        AgentId agent = pairing.pair(request(token(), other)).orElseThrow().agent();
        return connect(agent, other);
    }

    private FromAgent.Event event(long seq, EventBody body) {
        return new FromAgent.Event(seq, EventId.fresh(), world.clock.instant(), body);
    }

    private static void say(PlayedSocket socket, FromAgent message) {
        socket.connection.received(LinkCodec.write(message));
    }

    private Optional<Agent> ofYard() {
        return world.inTenant(world.owner, () -> agents.ofSite(world.owner.tenant(), yard));
    }

    private AgentId pairedVault() {
        return pairing.pairVault(request(vaultToken(false), key)).orElseThrow().vault();
    }

    private PairingToken vaultToken(boolean swap) {
        return world.inTenant(world.owner, () -> make(world.owner, swap)).token();
    }

    private PairingTokens.MadeToken make(Viewer viewer, boolean swap) {
        return tokens.make(viewer, yard, new Name("Cellar"), new PairingTokens.Terms(swap, false));
    }
}
