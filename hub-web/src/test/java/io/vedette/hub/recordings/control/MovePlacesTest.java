package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.recordings.entity.RecordingMove.Blames;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.lab.bucket.BucketServer;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a place does to a move, or a second hub, no copy is lost for it. A real database, a real folder and a real S3 server. */
class MovePlacesTest {
    private static BucketServer server;
    private static String bucket = "";

    private MoveScene recording;
    private Scene scene;
    private TenantId acme;
    private StorageProviderId second;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new BucketServer(folder);
        bucket = server.bucket();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void aRecordingInTheFolder(@TempDir Path vault) {
        recording = new MoveScene(server, bucket, vault);
        scene = recording.scene;
        acme = recording.acme;
        second = recording.second;
    }

    @Test
    void aPlaceFromWhichAllHasMovedCanBeTakenAway() {
        StorageProviderId first = recording.bring("First", server.bucket());
        scene.work.run(acme, () -> scene.providers.makeMain(scene.owner, first));
        recording.another();
        recording.isAt(Optional.of(first));
        scene.work.run(acme, () -> scene.providers.useFolder(scene.owner));
        assertThat(recording.moveTo(second)).isEmpty();
        recording.isAt(Optional.of(second));
        assertThatThrownBy(() -> scene.work.run(acme, () -> scene.providers.remove(scene.owner, first)))
                .as("the first copy is there still")
                .isInstanceOf(Refusal.class);

        recording.clock.move(RecordingMove.GRACE);
        assertThat(recording.goOn()).isEmpty();

        scene.work.run(acme, () -> scene.providers.remove(scene.owner, first));
        recording.isAt(Optional.of(second));
    }

    @Test
    void onePlaceThatWasBroughtTwiceLosesNothing() {
        assertThat(recording.moveTo(second)).isEmpty();
        recording.clock.move(RecordingMove.GRACE);
        assertThat(recording.goOn()).isEmpty();
        StorageProviderId same = recording.bring("The same", bucket);

        assertThat(recording.moveTo(same)).contains(Blames.TARGET);

        recording.isAt(Optional.of(second));
        assertThat(recording.move().orElseThrow().said().orElse("")).contains("one and the same place");

        recording.clock.move(RecordingMove.PATIENCE);
        assertThat(recording.goOn(recording.due().orElseThrow(), false))
                .as("it is given up, and pins neither of the two")
                .isEmpty();
        recording.isAt(Optional.of(second));
        assertThat(recording.move()).isEmpty();
    }

    @Test
    void aSecondCopyThatVanishedWithinTheGraceKeepsTheFirst() {
        assertThat(recording.moveTo(second)).isEmpty();
        Recording row = recording.row();
        recording.at(Optional.of(second)).delete(row.fileKey());
        recording.clock.move(RecordingMove.GRACE);

        assertThat(recording.goOn()).contains(Blames.TARGET);

        assertThat(scene.store.verify(row.fileKey()).sha256()).isEqualTo(Sha256.of(MoveScene.FILE));
        assertThat(recording.move().orElseThrow().said().orElse("")).contains("its first copy is kept");
        assertThat(scene.as(scene.owner, () -> recording.moves().resting(acme)))
                .as("it keeps no other from going there")
                .isEmpty();
    }

    @Test
    void aMoveThatAnotherHubHasClaimedIsLeftAlone() {
        RecordingMove move = recording.begin(second);
        assertThat(scene.as(scene.owner, () -> recording.moves().claim(acme, move)))
                .isTrue();

        assertThat(recording.goOn(move, true)).isEmpty();
        assertThat(recording.goOn(move, false)).isEmpty();
        scene.work.run(acme, () -> recording.moves().later(acme, move));

        recording.isAt(Optional.empty());
        assertThat(recording.move()).isPresent();
        assertThat(recording.at(Optional.of(second)).find(move.fileKey())).isEmpty();
        recording.clock.move(RecordingMove.LEASE.minusSeconds(1));
        assertThat(recording.due()).isEmpty();
        recording.clock.move(Duration.ofSeconds(1));
        assertThat(recording.goOn()).as("the other hub is dead").isEmpty();
        recording.isAt(Optional.of(second));
    }

    @Test
    void aPlaceThatTookNothingCanBeTakenAway() {
        StorageProviderId away = recording.bring("Away", "never-there");
        assertThat(recording.moveTo(away)).contains(Blames.TARGET);

        scene.work.run(acme, () -> scene.providers.remove(scene.owner, away));

        recording.isAt(Optional.empty());
        assertThat(recording.move()).isEmpty();
    }

    @Test
    void aPlaceThatTakesNothingLosesNothingAndIsAskedAgainInTheNextNight() {
        StorageProviderId away = recording.bring("Away", "no-such-bucket");

        assertThat(recording.moveTo(away)).contains(Blames.TARGET);

        recording.isAt(Optional.empty());
        assertThat(recording.move().orElseThrow().said()).isPresent();
        assertThat(recording.due()).isEmpty();
        assertThat(scene.as(scene.owner, () -> recording.moves().resting(acme))).isEqualTo(Set.of(Optional.of(away)));
        recording.clock.move(RecordingMove.PATIENCE);
        assertThat(recording.due()).isPresent();
        try (var client = server.client()) {
            var unused = client.createBucket(ask -> ask.bucket("no-such-bucket"));
        }
        assertThat(recording.goOn()).isEmpty();
        recording.isAt(Optional.of(away));
        assertThat(recording.move().orElseThrow().said()).isEmpty();
    }

    @Test
    void whatIsMissingOrIsNotAsItWasStaysAsItIs() throws Exception {
        Recording row = recording.row();
        scene.store.delete(row.fileKey());
        assertThat(recording.moveTo(second)).contains(Blames.OBJECT);
        byte[] other = new byte[MoveScene.FILE.length];
        var unused = scene.store.put(
                row.fileKey(),
                new ByteArrayInputStream(other),
                new BlobSpec(other.length, Sha256.of(other), BlobSpec.MP4));
        recording.clock.move(RecordingMove.PATIENCE);

        assertThat(recording.goOn()).contains(Blames.OBJECT);

        assertThat(recording.row().provider()).isEmpty();
        assertThat(scene.store.find(row.fileKey())).isPresent();
        assertThat(recording.at(Optional.of(second)).find(row.fileKey())).isEmpty();
    }

    @Test
    void whatNoRuleWantsThereAnyMoreStaysAndItsCopyGoes() {
        StorageProviderId away = recording.bring("Away", "not-yet");
        assertThat(recording.moveTo(away)).contains(Blames.TARGET);
        try (var client = server.client()) {
            var unused = client.createBucket(ask -> ask.bucket("not-yet"));
        }
        recording.clock.move(RecordingMove.PATIENCE);

        assertThat(recording.goOn(recording.due().orElseThrow(), false)).isEmpty();

        recording.isAt(Optional.empty());
        assertThat(recording.move()).isEmpty();
    }

    @Test
    void whatLiesAtTheEdgeOrIsThereAlreadyDoesNotMove() {
        RecordingId edge = scene.closed(MoveScene.FILE, Delivery.ON_DEMAND);
        assertThat(scene.as(scene.owner, () -> recording.moves().begin(acme, edge, second, Set.of())))
                .isEmpty();
        assertThat(recording.moveTo(second)).isEmpty();
        assertThat(scene.as(scene.owner, () -> recording.moves().begin(acme, recording.id, second, Set.of())))
                .isEmpty();
    }
}
