package io.vedette.hub.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.MovableClock;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.Scene;
import io.vedette.hub.recordings.control.TakeUpload.Taken;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.ProviderSettings;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.Chunk;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real database, and the hub's own folder as it is. */
class RunReconcileTest {
    private final MovableClock clock = new MovableClock("2026-11-20T12:00:00Z");
    private Path vault;
    private Scene scene;
    private TenantId acme;
    private ReconcileRuns runs;
    private RunReconcile reconcile;

    @BeforeEach
    void aHubWithRecordings(@TempDir Path folder) {
        vault = folder;
        scene = new Scene(folder);
        acme = scene.owner.tenant();
        runs = new ReconcileRuns(scene.work, scene.providers, clock);
        reconcile = new RunReconcile(scene.work, runs, scene.uploads, scene.stores, clock);
    }

    @Test
    void whereEverythingIsInItsPlaceNothingIsFound() throws Exception {
        stored(10_000);
        stored(20_000);
        scene.closed(new byte[30_000], Delivery.ON_DEMAND);

        ReconcileRun run = run(false);

        assertThat(run.state()).isEqualTo(ReconcileRun.State.DONE);
        assertThat(run.found()).isZero();
        assertThat(run.blobs()).isEqualTo(2);
        assertThat(run.folders()).isEqualTo(run.ofFolders());
        assertThat(run.endedAt()).isPresent();
    }

    @Test
    void whatIsMissingExtraOrDamagedIsReportedAndLeftAsItIs() throws Exception {
        BlobKey missing = stored(10_000);
        BlobKey shorter = stored(20_000);
        BlobKey damaged = stored(30_000);
        BlobKey extra = extra();
        scene.store.delete(missing);
        replace(shorter, new byte[19_999]);
        byte[] bytes = Files.readAllBytes(vault.resolve("blobs").resolve(damaged.path()));
        bytes[77] ^= 1;
        Files.write(vault.resolve("blobs").resolve(damaged.path()), bytes);

        ReconcileRun run = run(true);

        assertThat(run.found()).isEqualTo(4);
        assertThat(kind(run, missing)).contains(Finding.Kind.MISSING);
        assertThat(kind(run, shorter)).contains(Finding.Kind.OTHER_SIZE);
        assertThat(kind(run, damaged)).contains(Finding.Kind.OTHER_BYTES);
        assertThat(kind(run, extra)).contains(Finding.Kind.EXTRA);
        assertThat(scene.store.find(extra)).as("nothing is deleted").isPresent();
    }

    @Test
    void whatIsLeavingIsNeitherMissingNorExtra() throws Exception {
        stored(10_000);
        BlobKey halfGone = stored(20_000);
        scene.store.delete(halfGone);
        scene.work.run(acme, () -> {
            int unused = scene.work
                    .entities(acme)
                    .createNativeQuery(
                            "update recording set place = 'LEAVING', leaving_at = now(), leaving_why = 'AGE', thumbnail = true")
                    .executeUpdate();
        });

        assertThat(run(false).found()).isZero();
    }

    @Test
    void aStoreThatDoesNotAnswerIsTriedAgainAndThenDone() throws Exception {
        stored(10_000);
        StorageProviderId away = bringOneThatIsAway();
        ReconcileRunId id = begin(Optional.of(away), false);

        reconcile.run(acme, id);

        assertThat(get(id).state()).isEqualTo(ReconcileRun.State.RUNNING);
        assertThat(get(id).said()).isPresent();
        assertThat(get(id).waits(clock.instant())).as("not at once").isFalse();
        assertThat(get(id).waits(clock.instant().plus(Duration.ofMinutes(3)))).isTrue();
    }

    @Test
    void whoeverLooksNextTakesOverFromAHubThatDied() throws Exception {
        stored(10_000);
        ReconcileRunId id = begin(Optional.empty(), false);
        scene.work.run(acme, () -> runs.get(acme, id).held(clock.instant()));

        reconcile.run(acme, id);
        assertThat(get(id).state()).as("another hub is at it").isEqualTo(ReconcileRun.State.RUNNING);

        clock.move(ReconcileRun.HELD.plusSeconds(1));
        reconcile.run(acme, id);
        assertThat(get(id).state()).isEqualTo(ReconcileRun.State.DONE);
    }

    @Test
    void oneThatIsCalledOffDoesNotGoOn() throws Exception {
        stored(10_000);
        ReconcileRunId id = begin(Optional.empty(), false);
        scene.work.run(acme, () -> runs.cancel(scene.owner, id));

        reconcile.run(acme, id);

        assertThat(get(id).state()).isEqualTo(ReconcileRun.State.CANCELLED);
        assertThat(get(id).blobs()).isZero();
    }

    @Test
    void aPlaceIsComparedOnceAtATime() {
        begin(Optional.empty(), false);

        assertThatThrownBy(() -> begin(Optional.empty(), true)).isInstanceOf(Refusal.class);
    }

    @Test
    void somebodyWhoDoesNotOwnBeginsNone() {
        assertThatThrownBy(() -> scene.work.run(acme, () -> runs.begin(scene.guard, Optional.empty(), false)))
                .isInstanceOf(Refusal.class);
    }

    /** As if its agent had sent it, at the hub's request. */
    private BlobKey stored(int bytes) {
        byte[] file = new byte[bytes];
        new Random(bytes).nextBytes(file);
        RecordingId recording = scene.closed(file, Delivery.ON_DEMAND);
        UploadId upload = scene.request(recording).upload();
        assertThat(scene.taking.take(scene.agent, upload, new Chunk(0, bytes, new ByteArrayInputStream(file))))
                .isEqualTo(new Taken.At(bytes, bytes));
        return scene.recording(recording).fileKey();
    }

    @Test
    void theFirstCopyOfWhatMovesIsNoExtraUntilTheMoveIsOver() throws Exception {
        stored(10_000);
        StorageProviderId cold = bringOneThatIsAway();
        change("update recording set provider_id = '" + cold + "' where place = 'VAULT'");
        change(
                "insert into recording_move (tenant_id, recording_id, camera_id, started_at, bytes, target_id, begun_at, moved_at, again_at)"
                        + " select tenant_id, id, camera_id, started_at, bytes, provider_id, now(), now(), now() from recording where place = 'VAULT'");
        assertThat(run(false).found()).isZero();

        change("delete from recording_move");
        assertThat(run(false).found()).isEqualTo(1);
    }

    private void change(String rows) {
        scene.work.run(acme, () -> {
            int changed = scene.work.entities(acme).createNativeQuery(rows).executeUpdate();
            assertThat(changed).isEqualTo(1);
        });
    }

    private StorageProviderId bringOneThatIsAway() {
        return scene.as(scene.owner, () -> {
            var id = StorageProviderId.fresh();
            var settings = new S3Settings(
                    Optional.of(URI.create("http://127.0.0.1:1")),
                    "us-east-1",
                    "footage",
                    "",
                    true,
                    S3Checksums.WHEN_SUPPORTED,
                    "access",
                    new Secret("secret"));
            scene.providers.add(scene.owner, id, new Name("Away"), new ProviderSettings.Bucket(settings));
            return id;
        });
    }

    private ReconcileRun run(boolean reading) {
        ReconcileRunId id = begin(Optional.empty(), reading);
        reconcile.run(acme, id);
        return get(id);
    }

    private ReconcileRunId begin(Optional<StorageProviderId> place, boolean reading) {
        return scene.work.as(acme, () -> runs.begin(scene.owner, place, reading).id());
    }

    private ReconcileRun get(ReconcileRunId id) {
        return scene.work.as(acme, () -> runs.get(acme, id));
    }

    private Optional<Finding.Kind> kind(ReconcileRun run, BlobKey key) {
        List<Finding> findings = scene.work.as(acme, () -> runs.findings(acme, run.id(), 100));
        return findings.stream()
                .filter(one -> one.blob().equals(key.path()))
                .map(Finding::kind)
                .findFirst();
    }

    private BlobKey extra() throws IOException {
        BlobKey key = BlobKey.recording(acme, scene.gate, clock.instant(), RecordingId.fresh());
        put(key, new byte[] {1, 2, 3});
        return key;
    }

    private void replace(BlobKey key, byte[] content) throws IOException {
        scene.store.delete(key);
        put(key, content);
    }

    private void put(BlobKey key, byte[] content) throws IOException {
        var unused = scene.store.put(
                key, new ByteArrayInputStream(content), new BlobSpec(content.length, Sha256.of(content), BlobSpec.MP4));
    }
}
