package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.recordings.control.TakeUpload.Taken;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.UploadFailure;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeUploadTest {
    private static final byte[] FILE = new byte[300_000];
    private Path vault;
    private Scene scene;
    private RecordingId recording;
    private UploadId upload;

    @BeforeEach
    void anUploadThatSomebodyWaitsFor(@TempDir Path folder) {
        new Random(7).nextBytes(FILE);
        vault = folder;
        scene = new Scene(vault);
        recording = scene.closed(FILE, Delivery.ON_DEMAND);
        upload = scene.request(recording).upload();
    }

    @Test
    void aRecordingComesInPiecesAndIsThenInTheVault() throws IOException {
        List<FromHub> told = scene.connect();

        assertThat(offset()).isEqualTo(new Taken.At(0, FILE.length));
        assertThat(send(0, 100_000)).isEqualTo(new Taken.At(100_000, FILE.length));
        assertThat(offset()).isEqualTo(new Taken.At(100_000, FILE.length));
        assertThat(send(100_000, 300_000)).isEqualTo(new Taken.At(300_000, FILE.length));

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Stored());
        assertThat(scene.recording(recording).place()).isEqualTo(Place.VAULT);
        try (InputStream in = scene.store.open(scene.recording(recording).fileKey())) {
            assertThat(in.readAllBytes()).isEqualTo(FILE);
        }
        assertThat(told).containsExactly(new FromHub.UploadStored(upload, recording));
        assertThat(parts()).isEmpty();
        assertThat(offset()).isEqualTo(new Taken.At(300_000, FILE.length));
    }

    @Test
    void watchersSeeTheBytesRiseAndTheEnd() {
        List<UploadState> seen = new ArrayList<>();
        try (var watching = scene.news.watch(upload, progress -> seen.add(progress.state()))) {
            send(0, 100_000);
            send(100_000, 200_000);
            send(200_000, 300_000);
        }

        assertThat(seen)
                .containsSubsequence(
                        new UploadState.Uploading(100_000),
                        new UploadState.Uploading(200_000),
                        new UploadState.Verifying(),
                        new UploadState.Stored());
    }

    @Test
    void theRowFollowsOnceASecondAtMost() {
        send(0, 100_000);
        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Uploading(100_000));

        send(100_000, 200_000);
        assertThat(scene.upload(upload).receivedBytes()).isEqualTo(100_000);

        scene.nanos.now += TimeUnit.SECONDS.toNanos(1);
        send(200_000, 250_000);
        assertThat(scene.upload(upload).receivedBytes()).isEqualTo(250_000);
    }

    @Test
    void aPieceAtTheWrongPlaceIsRefused() {
        send(0, 100_000);

        assertThat(send(50_000, 100_000)).isEqualTo(new Taken.WrongOffset(100_000));
        assertThat(send(200_000, 300_000)).isEqualTo(new Taken.WrongOffset(100_000));
    }

    @Test
    void moreThanAnnouncedIsRefused() {
        var chunk = new Chunk(0, FILE.length + 1L, new ByteArrayInputStream(FILE));

        assertThat(scene.taking.take(scene.agent, upload, chunk)).isEqualTo(new Taken.TooLong());
    }

    @Test
    void whatArrivedOfACutPieceCounts() {
        var chunk = new Chunk(0, 100_000, new ByteArrayInputStream(FILE, 0, 60_000));

        assertThat(scene.taking.take(scene.agent, upload, chunk)).isEqualTo(new Taken.Cut(60_000));
        assertThat(offset()).isEqualTo(new Taken.At(60_000, FILE.length));
        assertThat(scene.upload(upload).receivedBytes()).isEqualTo(60_000);
    }

    @Test
    void wrongBytesAreThrownAwayAndMayBeAskedForAgain() throws IOException {
        byte[] other = FILE.clone();
        other[1234] ^= 1;

        var answer =
                scene.taking.take(scene.agent, upload, new Chunk(0, other.length, new ByteArrayInputStream(other)));

        assertThat(answer).isEqualTo(new Taken.Wrong());
        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Failed(UploadFailure.MISMATCH, ""));
        assertThat(scene.recording(recording).place()).isEqualTo(Place.EDGE);
        assertThat(scene.store.find(scene.recording(recording).fileKey())).isEmpty();
        assertThat(parts()).isEmpty();
        assertThat(offset()).isEqualTo(new Taken.CalledOff());

        upload = scene.request(recording).upload();
        assertThat(send(0, FILE.length)).isEqualTo(new Taken.At(FILE.length, FILE.length));
    }

    @Test
    void anotherAgentMaySendNothing() {
        var other = TestAgents.pair(scene.work, scene.owner.tenant(), scene.camera("Yard"));

        assertThat(scene.taking.offset(other, upload)).isEqualTo(new Taken.NotYours());
    }

    @Test
    void aRemovedAgentMaySendNothingWhateverItsTicketSays() {
        TestAgents.revoke(scene.work, scene.agent);

        assertThat(send(0, 10)).isEqualTo(new Taken.NotYours());
        assertThat(scene.intake.held()).isEmpty();
    }

    @Test
    void anUploadNobodyKnowsIsUnknown() {
        assertThat(scene.taking.offset(scene.agent, UploadId.fresh())).isEqualTo(new Taken.Unknown());
    }

    @Test
    void callingOffStopsARunningPieceAtOnceAndLeavesNothing() throws Exception {
        List<FromHub> told = scene.connect();
        scene.grantUploads.grantAll(scene.agent);
        var body = new StandingBody(80_000);
        var answer = CompletableFuture.supplyAsync(
                () -> scene.taking.take(scene.agent, upload, new Chunk(0, FILE.length, body)));
        assertThat(body.stands.await(10, TimeUnit.SECONDS)).isTrue();

        scene.as(scene.owner, () -> scene.cancelling.by(scene.owner, upload));

        assertThat(answer.get(1, TimeUnit.SECONDS)).isEqualTo(new Taken.CalledOff());
        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Cancelled());
        assertThat(parts()).isEmpty();
        assertThat(told).last().isEqualTo(new FromHub.UploadCancel(upload));
        assertThat(offset()).isEqualTo(new Taken.CalledOff());
        assertThat(scene.recording(recording).place()).isEqualTo(Place.EDGE);
    }

    @Test
    void callingOffWhatIsStoredChangesNothing() {
        send(0, FILE.length);

        var progress = scene.as(scene.owner, () -> scene.cancelling.by(scene.owner, upload));

        assertThat(progress.state()).isEqualTo(new UploadState.Stored());
        assertThat(scene.recording(recording).place()).isEqualTo(Place.VAULT);
    }

    @Test
    void whatTheEdgeGaveUpMidwayIsOver() throws IOException {
        send(0, 100_000);

        scene.hear(new EventBody.RecordingGone(recording, "no room"));

        assertThat(send(100_000, 200_000)).isEqualTo(new Taken.CalledOff());
        assertThat(parts()).isEmpty();
    }

    @Test
    void afterARestartTheUploadGoesOnWhereItsBytesEnd() {
        send(0, 120_000);

        scene.open(vault);

        assertThat(offset()).isEqualTo(new Taken.At(120_000, FILE.length));
        assertThat(send(120_000, FILE.length)).isEqualTo(new Taken.At(FILE.length, FILE.length));
        assertThat(scene.recording(recording).place()).isEqualTo(Place.VAULT);
    }

    @Test
    void aVaultThatTakesNothingIsNoFailureAndLosesNothing() throws IOException {
        Path part = vault.resolve("intake").resolve(upload + ".part");
        Files.createSymbolicLink(part, Path.of("/dev/full")); // refused when it is opened, whoever asks
        List<UploadState> seen = new ArrayList<>();

        try (var watching = scene.news.watch(upload, progress -> seen.add(progress.state()))) {
            assertThat(send(0, 200_000)).isEqualTo(new Taken.NoRoom());
        }

        assertThat(scene.refusals.refusing(scene.owner.tenant())).isTrue();
        assertThat(seen).as("watchers are told").containsExactly(new UploadState.Requested());

        Files.deleteIfExists(part);
        assertThat(offset()).isEqualTo(new Taken.At(0, FILE.length));
        assertThat(send(0, FILE.length)).isEqualTo(new Taken.At(FILE.length, FILE.length));
        assertThat(scene.refusals.refusing(scene.owner.tenant())).isFalse();
        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Stored());
    }

    @Test
    void whatACrashLeftUncheckedIsCheckedAtTheStart() throws IOException {
        // all bytes came, and the hub died before it looked at them
        Files.write(vault.resolve("intake").resolve(upload + ".part"), FILE);
        scene.work.run(
                scene.owner.tenant(),
                () -> scene.uploads
                        .lock(scene.owner.tenant(), upload)
                        .orElseThrow()
                        .verifying(Scene.NOW));

        scene.open(vault);
        scene.upkeep.run();

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Stored());
        assertThat(scene.recording(recording).place()).isEqualTo(Place.VAULT);
    }

    @Test
    void aCrashBetweenObjectAndRowIsMadeGood() throws IOException {
        scene.store.put(
                scene.recording(recording).fileKey(),
                new ByteArrayInputStream(FILE),
                new BlobSpec(FILE.length, Sha256.of(FILE), BlobSpec.MP4));
        scene.work.run(
                scene.owner.tenant(),
                () -> scene.uploads
                        .lock(scene.owner.tenant(), upload)
                        .orElseThrow()
                        .verifying(Scene.NOW));

        scene.open(vault);
        scene.upkeep.run();

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Stored());
    }

    @Test
    void anUploadWhoseBytesWereLostBeginsAgain() {
        scene.work.run(
                scene.owner.tenant(),
                () -> scene.uploads
                        .lock(scene.owner.tenant(), upload)
                        .orElseThrow()
                        .verifying(Scene.NOW));

        scene.upkeep.run();

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Uploading(0));
        assertThat(offset()).isEqualTo(new Taken.At(0, FILE.length));
    }

    @Test
    void bytesNobodyExpectsAreSweptAndThoseUnderWayAreNot() throws IOException {
        send(0, 100_000);
        Path stray = vault.resolve("intake").resolve(UploadId.fresh() + ".part");
        Files.write(stray, FILE);

        scene.upkeep.run();

        assertThat(stray).doesNotExist();
        assertThat(scene.intake.held()).containsExactly(upload);
    }

    private Taken offset() {
        return scene.taking.offset(scene.agent, upload);
    }

    private Taken send(int from, int to) {
        byte[] piece = Arrays.copyOfRange(FILE, from, to);
        return scene.taking.take(scene.agent, upload, new Chunk(from, piece.length, new ByteArrayInputStream(piece)));
    }

    /** Brings some bytes and then nothing, until it is closed. */
    private static final class StandingBody extends InputStream {
        final CountDownLatch stands = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private final ByteArrayInputStream some;

        StandingBody(int bytes) {
            this.some = new ByteArrayInputStream(FILE, 0, bytes);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read by the buffer");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = some.read(buffer, offset, length);
            if (count > 0) {
                return count;
            }
            stands.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private List<Path> parts() throws IOException {
        try (var files = Files.list(vault.resolve("intake"))) {
            return files.toList();
        }
    }
}
