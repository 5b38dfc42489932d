package io.vedette.hub.edgevaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.VaultTicket;
import io.vedette.hub.agents.HubKeys;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.agents.VaultRef;
import io.vedette.hub.analysis.Analysis;
import io.vedette.hub.analysis.Confidence;
import io.vedette.hub.analysis.Detection;
import io.vedette.hub.analysis.Engine;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.analysis.RunId;
import io.vedette.hub.analysis.Span;
import io.vedette.hub.analysis.control.KeepAnalysis.Outcome;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.recordings.control.SiteVault;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.tenancy.Tenants;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agents of a site are told of its vault; and what it has is sent on by rule. */
class OfferVaultsTest {
    private static final Label PERSON = new Label("person");

    private Scene scene;
    private Cameras cameras;
    private Sites sites;
    private OfferVaults offers;
    private ForwardRules rules;
    private SiteId site;
    private VaultRef vault;

    @BeforeEach
    void begin(@TempDir Path folder) {
        scene = new Scene(folder);
        cameras = new Cameras(scene.work, scene.visible, scene.access);
        sites = new Sites(scene.work, scene.visible, scene.access);
        var keys = new HubKeys(scene.work, scene.clock);
        TestAgents.makeKey(keys, scene.owner.tenant());
        offers = new OfferVaults(
                scene.work, new Tenants(scene.work), scene.agents, cameras, scene.links, keys, scene.clock);
        rules = new ForwardRules(scene.work, sites, cameras);
        site = camera(scene.gate).site();
        vault = TestAgents.pairVault(scene.work, scene.owner.tenant(), site);
        scene.edgeNews.onKept(new SendOnByRule(scene.work, scene.agents, sites, rules, scene.request)::kept);
    }

    @Test
    void anAgentOfTheSiteIsToldWhereTheVaultIsWithATicketForItsCameraAndVault() {
        opens();
        List<FromHub> told = scene.connect();

        offers.came(scene.agent);

        FromHub.VaultOffer offer = offered(told).getFirst();
        assertThat(offer.vault()).isEqualTo(vault.agent());
        assertThat(offer.address()).isEqualTo("https://10.0.0.7:8443");
        Optional<VaultTicket> ticket = VaultTicket.read(
                offer.ticket(), vault.tenant(), vault.agent(), TestAgents.hubKey(scene.work, vault.tenant()));
        assertThat(ticket)
                .contains(new VaultTicket(
                        scene.agent.agent(), scene.gate, scene.clock.instant().plus(OfferVaults.TICKET)));
    }

    @Test
    void anAgentOfAnotherSiteHearsNothingAndNobodyDoesBeforeTheVaultHasTold() {
        var elsewhere = TestAgents.pair(scene.work, scene.owner.tenant(), scene.camera("Elsewhere"));
        List<FromHub> told = scene.connect();
        offers.came(scene.agent);
        assertThat(offered(told)).isEmpty();

        opens();
        List<FromHub> other = TestAgents.connect(scene.links, elsewhere);
        offers.came(elsewhere);
        offers.changed(vault.tenant());

        assertThat(offered(other)).isEmpty();
        assertThat(offered(told)).hasSize(1);
    }

    @Test
    void whoeverWasToldHearsWhenTheVaultIsRevoked() {
        opens();
        List<FromHub> told = scene.connect();
        offers.came(scene.agent);

        TestAgents.revoke(scene.work, vault);
        offers.changed(vault.tenant());
        offers.changed(vault.tenant());

        assertThat(told).last().isEqualTo(new FromHub.VaultShut());
        assertThat(told).hasSize(2);
    }

    @Test
    void whoeverWasAwayThenHearsItWhenItComes() {
        opens();
        TestAgents.revoke(scene.work, vault);
        List<FromHub> told = scene.connect();

        offers.came(scene.agent);

        assertThat(told).containsExactly(new FromHub.VaultShut());
    }

    @Test
    void anAgentWhoseCameraLeavesTheSiteHearsSoAndTheOthersHearNothing() {
        opens();
        List<FromHub> told = scene.connect();
        offers.came(scene.agent);
        offers.moved(vault.tenant());
        assertThat(told).hasSize(1);

        SiteId next = camera(scene.camera("Elsewhere")).site();
        Camera gate = camera(scene.gate);
        scene.as(
                scene.owner,
                () -> cameras.change(
                        scene.owner, scene.gate, gate.version(), new Name("Gate"), next, Optional.empty()));
        offers.moved(vault.tenant());

        assertThat(told).last().isEqualTo(new FromHub.VaultShut());
    }

    @Test
    void withoutARuleNothingIsSentByItselfAndWithOneWhatItNames() {
        RecordingId before = recordedAndKept();
        assertThat(underWay(before)).isFalse();

        set(Optional.of(new ForwardRule(Set.of(scene.gate), Set.of(), Optional.empty())));
        assertThat(underWay(recordedAndKept())).isTrue();

        set(Optional.of(new ForwardRule(Set.of(), Set.of(PERSON), Optional.empty())));
        assertThat(underWay(recordedAndKept())).isFalse();

        set(Optional.empty());
        assertThat(underWay(recordedAndKept())).isFalse();
    }

    @Test
    void whatAProgramSeesInARecordingThatTheVaultHasSendsItOnIfTheRuleNamesIt() {
        set(Optional.of(new ForwardRule(Set.of(), Set.of(PERSON), Optional.empty())));
        RecordingId recording = recordedAndKept();

        sees(recording, new Label("car"));
        assertThat(underWay(recording)).isFalse();

        sees(recording, PERSON);
        assertThat(underWay(recording)).isTrue();
    }

    @Test
    void ownersAloneSetARuleAndOfTheirSitesCameras() {
        var rule = Optional.of(new ForwardRule(Set.of(), Set.of(), Optional.empty()));
        CameraId elsewhere = scene.camera("Elsewhere");

        assertThatThrownBy(() -> scene.work.run(scene.guard.tenant(), () -> rules.set(scene.guard, site, rule)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scene.work.run(scene.foreigner.tenant(), () -> rules.set(scene.foreigner, site, rule)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> set(Optional.of(new ForwardRule(Set.of(elsewhere), Set.of(), Optional.empty()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void set(Optional<ForwardRule> rule) {
        scene.work.run(scene.owner.tenant(), () -> rules.set(scene.owner, site, rule));
    }

    private RecordingId recordedAndKept() {
        byte[] file = new byte[10];
        RecordingId id = scene.closed(file, Delivery.ON_DEMAND);
        SiteVault.kept(scene, vault, id, file);
        return id;
    }

    private void sees(RecordingId recording, Label label) {
        var seen = new Detection(label, new Confidence(0.9), new Span(0, 1000), Optional.empty());
        var run = new Analysis(new RunId(label.value()), new Engine("yard", "1"), List.of(seen), List.of());
        assertThat(scene.as(scene.owner, () -> scene.analyse.by(scene.owner, recording, run)))
                .isInstanceOf(Outcome.Kept.class);
    }

    private boolean underWay(RecordingId id) {
        return scene.as(scene.owner, () -> scene.uploads.findUnderWay(vault.tenant(), id))
                .filter(upload -> upload.fromVault() && upload.requestedBy().isEmpty())
                .isPresent();
    }

    private void opens() {
        TestAgents.opens(scene.work, vault, "https://10.0.0.7:8443");
    }

    private Camera camera(CameraId id) {
        return scene.as(
                scene.owner, () -> cameras.find(scene.owner.tenant(), id).orElseThrow());
    }

    private static List<FromHub.VaultOffer> offered(List<FromHub> told) {
        return told.stream()
                .filter(FromHub.VaultOffer.class::isInstance)
                .map(FromHub.VaultOffer.class::cast)
                .toList();
    }
}
