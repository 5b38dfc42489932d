package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingGone;
import io.vedette.contracts.link.EventBody.RecordingKept;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.EdgeRef;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.agents.VaultRef;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.recordings.control.TakeUpload.Taken;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of which the vault of the site has a copy. */
class EdgeCopiesTest {
    private static final byte[] FILE = new byte[300_000];

    private Scene scene;
    private VaultRef vault;
    private RecordingId recording;

    @BeforeEach
    void begin(@TempDir Path folder) {
        scene = new Scene(folder);
        vault = SiteVault.pair(scene);
        recording = scene.closed(FILE, Delivery.ON_DEMAND);
    }

    @Test
    void whatTheVaultHasComesFromTheVaultAndTheAgentIsNotAsked() {
        kept(recording, scene.gate, FILE);
        List<FromHub> agent = scene.connect();
        List<FromHub> told = TestAgents.connect(scene.links, vault);

        UploadProgress upload = scene.request(recording);

        assertThat(upload.fromVault()).isTrue();
        assertThat(grants(told)).containsExactly(upload.upload());
        assertThat(grants(agent)).isEmpty();
        assertThat(send(vault, upload.upload(), 0, FILE.length)).isEqualTo(new Taken.At(FILE.length, FILE.length));
        assertThat(scene.recording(recording).place()).isEqualTo(Place.VAULT);
        assertThat(told).contains(new FromHub.UploadStored(upload.upload(), recording));
    }

    @Test
    void whatTheVaultCannotSendComesFromTheAgentThatHasItStill() {
        kept(recording, scene.gate, FILE);
        List<FromHub> agent = scene.connect();
        TestAgents.connect(scene.links, vault);
        UploadId upload = scene.request(recording).upload();

        cannotSend(upload);

        assertThat(grants(agent)).containsExactly(upload);
        assertThat(send(scene.agent, upload, 0, FILE.length)).isEqualTo(new Taken.At(FILE.length, FILE.length));
    }

    @Test
    void whatOnlyTheVaultHasAndCannotSendHasFailed() {
        kept(recording, scene.gate, FILE);
        scene.hear(new RecordingGone(recording, "room"));
        TestAgents.connect(scene.links, vault);
        UploadId upload = scene.request(recording).upload();

        cannotSend(upload);

        assertThat(scene.upload(upload).state().underWay()).isFalse();
    }

    private void cannotSend(UploadId upload) {
        var said = new FromAgent.UploadState(upload, FromAgent.UploadState.Phase.FAILED, "its file is damaged");
        scene.work.run(vault.tenant(), () -> scene.hearingState.state(vault, said));
    }

    @Test
    void whoeverHasItAtTheEdgeHearsThatItIsStored() {
        kept(recording, scene.gate, FILE);
        List<FromHub> agent = scene.connect();
        UploadProgress upload = scene.request(recording);
        List<FromHub> told = TestAgents.connect(scene.links, vault);

        send(scene.agent, upload.upload(), 0, FILE.length);

        assertThat(agent).contains(new FromHub.UploadStored(upload.upload(), recording));
        assertThat(told).contains(new FromHub.UploadStored(upload.upload(), recording));
    }

    @Test
    void whileTheVaultIsAwayTheAgentIsAsked() {
        kept(recording, scene.gate, FILE);
        List<FromHub> agent = scene.connect();

        UploadProgress upload = scene.request(recording);

        assertThat(upload.fromVault()).isFalse();
        assertThat(grants(agent)).containsExactly(upload.upload());
    }

    @Test
    void whatTheAgentLostIsNotLostWhileTheVaultHasIt() {
        kept(recording, scene.gate, FILE);

        scene.hear(new RecordingGone(recording, "room"));

        assertThat(scene.recording(recording).place()).isEqualTo(Place.EDGE);
        assertThat(scene.request(recording).fromVault()).isTrue();
    }

    @Test
    void whatBothLostIsLostAndItsUploadIsOver() {
        kept(recording, scene.gate, FILE);
        scene.hear(new RecordingGone(recording, "room"));
        UploadProgress upload = scene.request(recording);

        say(new RecordingGone(recording, "room"));

        assertThat(scene.recording(recording).place()).isEqualTo(Place.GONE);
        assertThat(scene.upload(upload.upload()).state().underWay()).isFalse();
    }

    @Test
    void whatTheVaultTellsAfterTheAgentLostItIsThereAgain() {
        scene.hear(new RecordingGone(recording, "room"));
        assertThat(scene.recording(recording).place()).isEqualTo(Place.GONE);

        kept(recording, scene.gate, FILE);

        assertThat(scene.recording(recording).place()).isEqualTo(Place.EDGE);
        say(new RecordingGone(recording, "room"));
        assertThat(scene.recording(recording).place()).isEqualTo(Place.GONE);
    }

    @Test
    void theVaultMayTellBeforeTheAgent() {
        var early = RecordingId.fresh();
        kept(early, scene.gate, FILE);

        scene.hear(Scene.report(early, FILE, Scene.NOW.minusSeconds(30), Delivery.ON_DEMAND));
        scene.hear(new RecordingGone(early, "room"));

        assertThat(scene.recording(early).place()).isEqualTo(Place.EDGE);
    }

    @Test
    void aVaultIsBelievedOfItsOwnSiteAndOfTheBytesThatTheAgentReportedAlone() {
        CameraId elsewhere = scene.camera("Elsewhere");
        var other = RecordingId.fresh();

        kept(other, elsewhere, FILE);
        kept(other, CameraId.fresh(), FILE);
        kept(recording, scene.gate, new byte[] {1});

        assertThat(copies(other)).isZero();
        assertThat(copies(recording)).isZero();
    }

    @Test
    void otherBytesThatWereToldBeforeTheAgentReportedCountForNothing() {
        var early = RecordingId.fresh();
        kept(early, scene.gate, new byte[] {1});

        scene.hear(Scene.report(early, FILE, Scene.NOW.minusSeconds(30), Delivery.ON_DEMAND));

        assertThat(copies(early)).isZero();
    }

    @Test
    void aVaultOfAnotherTenantHasNothingOfThisOne() {
        SiteId there = scene.as(
                scene.foreigner,
                () -> new io.vedette.hub.cameras.Sites(scene.work, scene.visible, new AccessNews())
                        .add(
                                scene.foreigner,
                                SiteId.fresh(),
                                new io.vedette.hub.tenancy.Name("There"),
                                java.time.ZoneId.of("UTC"))
                        .id());
        VaultRef foreign = TestAgents.pairVault(scene.work, scene.foreigner.tenant(), there);

        scene.work.run(foreign.tenant(), () -> scene.hearingVaults.event(foreign, report(recording, scene.gate, FILE)));

        assertThat(copies(recording)).isZero();
    }

    @Test
    void anUploadGoesOnFromTheOtherWithoutAByteTwice() {
        kept(recording, scene.gate, FILE);
        scene.connect();
        UploadId upload = scene.request(recording).upload();
        send(scene.agent, upload, 0, 100_000);

        TestAgents.disconnect(scene.links, scene.agent);
        List<FromHub> told = TestAgents.connect(scene.links, vault);
        scene.change.run(vault);

        assertThat(grants(told)).containsExactly(upload);
        assertThat(scene.taking.offset(ref(vault), upload)).isEqualTo(new Taken.At(100_000, FILE.length));
        assertThat(send(scene.agent, upload, 100_000, 200_000)).isEqualTo(new Taken.CalledOff());
        assertThat(send(vault, upload, 100_000, FILE.length)).isEqualTo(new Taken.At(FILE.length, FILE.length));
        assertThat(scene.recording(recording).place()).isEqualTo(Place.VAULT);
    }

    @Test
    void aVaultMayNotBringWhatItWasNotAskedForOrHasNot() {
        scene.connect();
        UploadId upload = scene.request(recording).upload();

        assertThat(send(vault, upload, 0, 10)).isEqualTo(new Taken.NotYours());
        kept(recording, scene.gate, FILE);
        assertThat(send(vault, upload, 0, 10)).isEqualTo(new Taken.CalledOff());
    }

    @Test
    void ofARevokedVaultTheAgentSendsTheRestAndWhatItHadAloneIsLost() {
        var alone = scene.closed(new byte[5], Delivery.ON_DEMAND);
        kept(recording, scene.gate, FILE);
        kept(alone, scene.gate, new byte[5]);
        scene.hear(new RecordingGone(alone, "room"));
        TestAgents.connect(scene.links, vault);
        UploadId upload = scene.request(recording).upload();

        TestAgents.revoke(scene.work, vault);
        new EndVault(scene.work, scene.ending, scene.copies).of(vault);

        assertThat(scene.upload(upload).agent()).isEqualTo(scene.agent.agent());
        assertThat(scene.recording(alone).place()).isEqualTo(Place.GONE);
        assertThat(copies(recording)).isZero();
    }

    @Test
    void ofARevokedAgentTheVaultSendsTheRest() {
        kept(recording, scene.gate, FILE);
        scene.connect();
        UploadId upload = scene.request(recording).upload();

        TestAgents.revoke(scene.work, scene.agent);
        scene.ending.of(scene.agent);

        assertThat(scene.upload(upload).agent()).isEqualTo(vault.agent());
        assertThat(scene.upload(upload).state().underWay()).isTrue();
    }

    @Test
    void aRecordingThatIsDeletedTakesTheWordOfItsCopyAlong() {
        kept(recording, scene.gate, FILE);
        TestAgents.connect(scene.links, vault);
        send(vault, scene.request(recording).upload(), 0, FILE.length);
        var departures = new Departures(scene.work, scene.clock);
        scene.work.run(scene.owner.tenant(), () -> {
            var row = scene.recordings.find(scene.owner.tenant(), recording).orElseThrow();
            departures.mark(scene.owner.tenant(), Departures.Key.of(row), LeavingWhy.values()[0]);
            departures.drop(scene.owner.tenant(), row, row.leavingWhy());
        });

        kept(recording, scene.gate, FILE);

        assertThat(copies(recording)).isZero();
    }

    private int copies(RecordingId id) {
        return scene.as(scene.owner, () -> scene.copies.of(scene.owner.tenant(), id))
                .size();
    }

    private void kept(RecordingId id, CameraId camera, byte[] file) {
        scene.work.run(vault.tenant(), () -> scene.hearingVaults.event(vault, report(id, camera, file)));
    }

    private void say(RecordingGone gone) {
        scene.work.run(vault.tenant(), () -> scene.hearingVaults.event(vault, gone));
    }

    private static RecordingKept report(RecordingId id, CameraId camera, byte[] file) {
        return new RecordingKept(id, camera, file.length, Sha256.of(file).hex());
    }

    private AgentRef ref(EdgeRef edge) {
        return new AgentRef(edge.tenant(), edge.agent(), scene.gate);
    }

    private Taken send(EdgeRef from, UploadId upload, int begin, int end) {
        byte[] piece = Arrays.copyOfRange(FILE, begin, end);
        return scene.taking.take(ref(from), upload, new Chunk(begin, piece.length, new ByteArrayInputStream(piece)));
    }

    private static List<UploadId> grants(List<FromHub> told) {
        return told.stream()
                .filter(FromHub.UploadGrant.class::isInstance)
                .map(one -> ((FromHub.UploadGrant) one).upload())
                .toList();
    }
}
