package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromAgent.UploadState.Phase;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.analysis.Analysis;
import io.vedette.hub.analysis.Engine;
import io.vedette.hub.analysis.RunId;
import io.vedette.hub.analysis.control.KeepAnalysis;
import io.vedette.hub.recordings.control.TakeUpload.Taken;
import io.vedette.hub.recordings.entity.Beginning;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that come in while they are being made. */
class BeginningsTest {
    private static final byte[] WHOLE =
            SmallFilm.joined(SmallFilm.start(), SmallFilm.second(5000), SmallFilm.second(6000), SmallFilm.second(7000));
    private static final int TWO_SECONDS = WHOLE.length - SmallFilm.second(7000).length;

    private Path vault;
    private Scene scene;
    private List<FromHub> told;
    private final RecordingId recording = RecordingId.fresh();

    @BeforeEach
    void begin(@TempDir Path folder) {
        vault = folder;
        scene = new Scene(vault);
        told = scene.connect();
    }

    @Test
    void whatComesWhileItIsMadeIsTheBeginningOfTheUpload() throws IOException {
        UploadId upload = begun();
        assertThat(send(upload, 0, 3000)).isEqualTo(new Taken.Growing(3000));
        assertThat(offset(upload)).isEqualTo(new Taken.Growing(3000));

        scene.hear(Scene.report(recording, WHOLE, Scene.NOW.minusSeconds(3), Delivery.AT_ONCE));

        assertThat(grants()).extracting(FromHub.UploadGrant::upload).containsExactly(upload, upload);
        assertThat(offset(upload)).isEqualTo(new Taken.At(3000, WHOLE.length));
        assertThat(send(upload, 3000, WHOLE.length)).isEqualTo(new Taken.At(WHOLE.length, WHOLE.length));
        assertThat(stored(scene.recording(recording))).isEqualTo(WHOLE);
        assertThat(beginnings()).isEmpty();
    }

    @Test
    void whatCameWholeBeforeItsEndWasReportedIsStoredWithoutAnotherByte() {
        UploadId upload = begun();
        send(upload, 0, WHOLE.length);
        scene.hear(Scene.report(recording, WHOLE, Scene.NOW.minusSeconds(3), Delivery.AT_ONCE));

        scene.upkeep.run();

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Stored());
    }

    @Test
    void ofAnAgentThatIsAwayWhatCameBecomesARecordingThatEndsWithItsLastWholeFragment() throws IOException {
        UploadId upload = begun();
        send(upload, 0, TWO_SECONDS + 100);
        leave();
        quietFor(upload, Duration.ofMinutes(2));

        minute();

        Recording kept = onlyRecording();
        assertThat(kept.id()).isNotEqualTo(recording);
        assertThat(kept.cutOf()).contains(recording);
        assertThat(kept.cut()).isTrue();
        assertThat(kept.duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(kept.startedAt()).isEqualTo(Scene.NOW.minusMillis(1500));
        assertThat(kept.mime()).isEqualTo(SmallFilm.MIME);
        assertThat(kept.width()).isEqualTo(640);
        assertThat(kept.place()).isEqualTo(Place.VAULT);
        assertThat(stored(kept)).isEqualTo(Arrays.copyOf(WHOLE, TWO_SECONDS));
        assertThat(beginnings()).isEmpty();
        assertThat(scene.intake.held()).isEmpty();
    }

    @Test
    void nothingIsCutOffWhileBytesComeOrTheAgentIsThere() {
        UploadId upload = begun();
        send(upload, 0, TWO_SECONDS);
        quietFor(upload, Duration.ofMinutes(59));
        minute();
        assertThat(beginnings()).hasSize(1);

        leave();
        quietFor(upload, Duration.ofSeconds(119));
        minute();
        assertThat(beginnings()).hasSize(1);
        assertThat(scene.intake.offset(upload)).isEqualTo(TWO_SECONDS);
    }

    @Test
    void anAgentThatSaysItIsGoneIsNotWaitedFor() {
        UploadId upload = begun();
        send(upload, 0, TWO_SECONDS);

        hear(scene.agent, new FromAgent.UploadState(upload, Phase.GONE, null));

        assertThat(onlyRecording().duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void ofLessThanAWholeFragmentNothingIsLeft() {
        UploadId upload = begun();
        send(upload, 0, SmallFilm.start().length + 10);
        leave();
        quietFor(upload, Duration.ofMinutes(2));

        minute();

        assertThat(recordings()).isEmpty();
        assertThat(beginnings()).isEmpty();
        assertThat(scene.intake.held()).isEmpty();
    }

    @Test
    void theWholeTakesThePlaceOfItsBeginningOnceTheVaultHasIt() throws IOException {
        UploadId first = begun();
        send(first, 0, TWO_SECONDS);
        leave();
        quietFor(first, Duration.ofMinutes(2));
        minute();
        Recording part = onlyRecording();

        scene.hear(Scene.report(recording, WHOLE, Scene.NOW.minusSeconds(3), Delivery.AT_ONCE));
        minute();
        assertThat(recordings()).extracting(Recording::id).containsExactlyInAnyOrder(part.id(), recording);

        var seen = new Analysis(new RunId("one"), new Engine("yard", "1"), List.of(), List.of());
        assertThat(scene.as(scene.owner, () -> scene.analyse.by(scene.owner, part.id(), seen)))
                .isInstanceOf(KeepAnalysis.Outcome.Kept.class);
        UploadId second = scene.as(scene.owner, () -> scene.uploads.underWay(scene.owner.tenant()))
                .getFirst()
                .id();
        send(second, 0, WHOLE.length);
        minute();

        assertThat(onlyRecording().id()).isEqualTo(recording);
        assertThat(stored(onlyRecording())).isEqualTo(WHOLE);
        assertThat(scene.store.find(part.fileKey())).isEmpty();
        assertThat(scene.as(scene.owner, () -> scene.analyses.of(scene.owner, part.ref())))
                .as("what was seen in it goes with it")
                .isEmpty();
    }

    @Test
    void aBeginningThatIsLongerThanTheWholeIsKeptBesideIt() {
        UploadId first = begun();
        send(first, 0, WHOLE.length);
        byte[] shorter = Arrays.copyOf(WHOLE, TWO_SECONDS);
        scene.hear(Scene.report(recording, shorter, Scene.NOW.minusSeconds(3), Delivery.AT_ONCE));
        quietFor(first, Duration.ofHours(1));
        minute();
        UploadId second = scene.as(scene.owner, () -> scene.uploads.underWay(scene.owner.tenant()))
                .getFirst()
                .id();
        scene.taking.take(scene.agent, second, new Chunk(0, new ByteArrayInputStream(shorter)));
        minute();

        assertThat(recordings()).hasSize(2).allMatch(one -> one.place() == Place.VAULT);
    }

    @Test
    void aBeginningWithWhichTheWholeDoesNotBeginIsKeptBesideIt() {
        UploadId first = begun();
        send(first, 0, TWO_SECONDS);
        leave();
        quietFor(first, Duration.ofMinutes(2));
        minute();
        byte[] forged = new byte[WHOLE.length];
        scene.hear(Scene.report(recording, forged, Scene.NOW.minusSeconds(3), Delivery.AT_ONCE));
        UploadId second = scene.as(scene.owner, () -> scene.uploads.underWay(scene.owner.tenant()))
                .getFirst()
                .id();
        scene.taking.take(scene.agent, second, new Chunk(0, new ByteArrayInputStream(forged)));
        minute();
        minute();

        assertThat(recordings()).hasSize(2).allMatch(one -> one.place() == Place.VAULT);
        assertThat(recordings()).allMatch(one -> one.cutOf().isEmpty());
    }

    @Test
    void aHubThatWasDownCutsNothingOffBeforeItsAgentsCouldComeBack() {
        UploadId upload = begun();
        send(upload, 0, TWO_SECONDS);
        leave();
        quietFor(upload, Duration.ofHours(3));
        var restarted = new KeepBeginnings(
                scene.work,
                new Tenants(scene.work),
                scene.beginnings,
                scene.recordings,
                scene.uploads,
                scene.intake,
                scene.stores,
                scene.links,
                scene.clock,
                Scene.NOW.minusSeconds(119));

        restarted.run();

        assertThat(beginnings()).hasSize(1);
    }

    @Test
    void whatWaitsForRoomIsCountedSoThatNoMoreBegins() {
        scene.work.run(
                scene.owner.tenant(),
                () -> scene.quotas.set(
                        scene.owner.tenant(), Limit.STORED_BYTES, OptionalLong.of(20_000), "test", Scene.NOW));
        UploadId first = begun();
        send(first, 0, WHOLE.length);
        scene.hear(Scene.report(recording, WHOLE, Scene.NOW.minusSeconds(3), Delivery.AT_ONCE));
        RecordingId second = RecordingId.fresh();
        hear(scene.agent, new FromAgent.RecordingBegun(second, 0));
        UploadId upload = grants().getLast().upload();
        send(upload, 0, TWO_SECONDS);

        hear(scene.agent, new FromAgent.RecordingBegun(RecordingId.fresh(), 0));

        assertThat(beginnings()).as("18,000 bytes wait, 11,000 are a beginning").hasSize(1);
        scene.upkeep.run();
        assertThat(scene.upload(first).state())
                .as("its own bytes leave it room")
                .isEqualTo(new UploadState.Stored());
    }

    @Test
    void whatIsToldAgainIsGrantedAgainUnderTheSameId() {
        begun();
        hear(scene.agent, new FromAgent.RecordingBegun(recording, 5000));

        assertThat(grants())
                .extracting(FromHub.UploadGrant::upload)
                .hasSize(2)
                .containsOnly(grants().getFirst().upload());
        assertThat(beginnings()).hasSize(1);
    }

    @Test
    void anotherAgentSendsNothingOfItAndIsNotBelieved() {
        UploadId upload = begun();
        send(upload, 0, TWO_SECONDS);
        AgentRef other = TestAgents.pair(scene.work, scene.owner.tenant(), scene.camera("Door"));

        assertThat(scene.taking.offset(other, upload)).isEqualTo(new Taken.NotYours());
        assertThat(scene.taking.take(other, upload, chunk(TWO_SECONDS, WHOLE.length)))
                .isEqualTo(new Taken.NotYours());
        hear(other, new FromAgent.UploadState(upload, Phase.GONE, null));
        hear(other, new FromAgent.RecordingBegun(recording, 0));

        assertThat(beginnings()).hasSize(1);
        assertThat(recordings()).isEmpty();
    }

    @Test
    void anAgentHasNoMoreThanFourAndATenantWithoutRoomNone() {
        for (int i = 0; i < 6; i++) {
            hear(scene.agent, new FromAgent.RecordingBegun(RecordingId.fresh(), 0));
        }
        assertThat(beginnings()).hasSize(4);

        var full = new Scene(vault.resolve("full"));
        full.work.run(
                full.owner.tenant(),
                () -> full.quotas.set(full.owner.tenant(), Limit.STORED_BYTES, OptionalLong.of(0), "test", Scene.NOW));
        full.hearingBeginning.message(full.agent, new FromAgent.RecordingBegun(RecordingId.fresh(), 0));
        assertThat(full.as(full.owner, () -> full.beginnings.all(full.owner.tenant())))
                .isEmpty();
    }

    @Test
    void whatWasKeptIsNotGivenUpBecauseItsAgentDoesNotKnowIt() {
        UploadId upload = begun();
        send(upload, 0, TWO_SECONDS);
        leave();
        quietFor(upload, Duration.ofMinutes(2));
        scene.keeping.run();

        scene.hearingState.message(scene.agent, new FromAgent.UploadState(upload, Phase.GONE, null));
        scene.ending.of(scene.agent);
        scene.upkeep.run();

        assertThat(onlyRecording().place()).isEqualTo(Place.VAULT);
    }

    private UploadId begun() {
        hear(scene.agent, new FromAgent.RecordingBegun(recording, 1500));
        return grants().getLast().upload();
    }

    private void hear(AgentRef agent, FromAgent message) {
        scene.hearingBeginning.message(agent, message);
    }

    private List<FromHub.UploadGrant> grants() {
        return told.stream()
                .filter(FromHub.UploadGrant.class::isInstance)
                .map(FromHub.UploadGrant.class::cast)
                .toList();
    }

    private Taken offset(UploadId upload) {
        return scene.taking.offset(scene.agent, upload);
    }

    private Taken send(UploadId upload, int from, int to) {
        return scene.taking.take(scene.agent, upload, chunk(from, to));
    }

    private static Chunk chunk(int from, int to) {
        return new Chunk(from, new ByteArrayInputStream(Arrays.copyOfRange(WHOLE, from, to)));
    }

    private void leave() {
        TestAgents.disconnect(scene.links, scene.agent);
    }

    /** Of the scene's clock, which stands. */
    private void quietFor(UploadId upload, Duration silence) {
        try {
            Files.setLastModifiedTime(
                    vault.resolve("intake").resolve(upload + ".part"), FileTime.from(Scene.NOW.minus(silence)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void minute() {
        scene.keeping.run();
        scene.upkeep.run();
    }

    private List<Beginning> beginnings() {
        return scene.as(scene.owner, () -> scene.beginnings.all(scene.owner.tenant()));
    }

    private List<Recording> recordings() {
        return scene.as(
                scene.owner,
                () -> scene.work
                        .entities(scene.owner.tenant())
                        .createQuery("select r from Recording r", Recording.class)
                        .getResultList());
    }

    private Recording onlyRecording() {
        assertThat(recordings()).hasSize(1);
        return recordings().getFirst();
    }

    private byte[] stored(Recording one) throws IOException {
        try (InputStream in = scene.store.open(one.fileKey())) {
            return in.readAllBytes();
        }
    }
}
