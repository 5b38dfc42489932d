package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.TakeUpload.Taken;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.ProviderSettings;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.lab.bucket.BucketServer;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.Chunk;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings go to the bucket that their owner brought. A real S3 server, a real database. */
class StoreInBucketTest {
    private static final byte[] FILE = new byte[300_000];
    private static BucketServer server;
    private Path vault;
    private Scene scene;
    private RecordingId recording;
    private UploadId upload;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new BucketServer(folder);
        new Random(7).nextBytes(FILE);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void anUploadThatSomebodyWaitsFor(@TempDir Path folder) {
        vault = folder;
        scene = new Scene(vault);
        recording = scene.closed(FILE, Delivery.ON_DEMAND);
        upload = scene.request(recording).upload();
    }

    @Test
    void aRecordingGoesToTheMainPlaceAndIsReadFromThere() throws Exception {
        StorageProviderId bucket = bring("Bucket", server.bucket());

        assertThat(send()).isEqualTo(new Taken.At(FILE.length, FILE.length));

        var row = scene.recording(recording);
        assertThat(row.place()).isEqualTo(Place.VAULT);
        assertThat(row.provider()).contains(bucket);
        assertThat(scene.store.find(row.fileKey())).as("the hub's own folder").isEmpty();
        try (var in = scene.stores.at(row.tenant(), row.provider()).open(row.fileKey())) {
            assertThat(in.readAllBytes()).isEqualTo(FILE);
        }
        assertThat(parts()).isZero();
    }

    @Test
    void whatWasStoredBeforeStaysWhereItIs() throws Exception {
        send();
        bring("Bucket", server.bucket());

        var row = scene.recording(recording);

        assertThat(row.provider()).isEmpty();
        assertThat(scene.store.verify(row.fileKey()).sha256()).isEqualTo(Sha256.of(FILE));
    }

    @Test
    void aPlaceThatTakesNothingLosesNothingAndIsTriedAgain() throws Exception {
        StorageProviderId missing = bring("Bucket", "no-such-bucket");

        assertThat(send()).isEqualTo(new Taken.At(FILE.length, FILE.length));

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Verifying());
        assertThat(scene.refusals.refusing(scene.owner.tenant())).isTrue();
        assertThat(scene.refusals.refusing(scene.foreigner.tenant()))
                .as("another tenant's place is another's")
                .isFalse();
        assertThat(parts()).isEqualTo(1);

        try (var client = server.client()) {
            var unused = client.createBucket(ask -> ask.bucket("no-such-bucket"));
        }
        scene.upkeep.run();

        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Stored());
        assertThat(scene.recording(recording).provider()).contains(missing);
        assertThat(scene.refusals.refusing(scene.owner.tenant())).isFalse();
        assertThat(parts()).isZero();
    }

    @Test
    void whatCouldNotBeBroughtGoesToTheNextPlaceThatTheOwnerChooses() throws Exception {
        bring("Broken", "never-there");
        send();
        StorageProviderId next = bring("Next", server.bucket());

        scene.upkeep.run();

        assertThat(scene.recording(recording).provider()).contains(next);
        assertThat(scene.upload(upload).state()).isEqualTo(new UploadState.Stored());
    }

    @Test
    void whatBrokenOffPutsLeftIsClearedUpAndAPlaceThatIsAwayKeepsNoOtherWaiting() {
        String bucket = server.bucket();
        bring("A broken one", "never-there");
        bring("Bucket", bucket);
        try (var client = server.client()) {
            var unused = client.createMultipartUpload(ask ->
                    ask.bucket(bucket).key(scene.recording(recording).fileKey().path()));

            scene.stores.sweep(scene.owner.tenant(), Instant.parse("9999-01-01T00:00:00Z"));

            assertThat(client.listMultipartUploads(ask -> ask.bucket(bucket)).uploads())
                    .isEmpty();
        }
    }

    @Test
    void anUploadThatWasCalledOffLeavesNothingInItsPlace() {
        StorageProviderId bucket = bring("Broken", "called-off");
        send();
        scene.as(scene.owner, () -> scene.cancelling.by(scene.owner, upload));
        try (var client = server.client()) {
            var unused = client.createBucket(ask -> ask.bucket("called-off"));
        }

        scene.upkeep.run();

        assertThat(scene.recording(recording).place()).isEqualTo(Place.EDGE);
        assertThat(scene.stores
                        .at(scene.owner.tenant(), Optional.of(bucket))
                        .find(scene.recording(recording).fileKey()))
                .isEmpty();
    }

    @Test
    void aPlaceWithRecordingsCannotBeTakenAway() {
        StorageProviderId bucket = bring("Bucket", server.bucket());
        send();
        scene.work.run(scene.owner.tenant(), () -> scene.providers.useFolder(scene.owner));

        assertThatThrownBy(
                        () -> scene.work.run(scene.owner.tenant(), () -> scene.providers.remove(scene.owner, bucket)))
                .isInstanceOf(Refusal.class);
    }

    private StorageProviderId bring(String name, String bucket) {
        return scene.as(scene.owner, () -> {
            var id = StorageProviderId.fresh();
            var settings = new S3Settings(
                    Optional.of(server.address()),
                    "us-east-1",
                    bucket,
                    "",
                    true,
                    S3Checksums.WHEN_SUPPORTED,
                    server.accessKey(),
                    server.secretKey());
            scene.providers.add(scene.owner, id, new Name(name), new ProviderSettings.Bucket(settings));
            scene.providers.makeMain(scene.owner, id);
            return id;
        });
    }

    private Taken send() {
        return scene.taking.take(scene.agent, upload, new Chunk(0, FILE.length, new ByteArrayInputStream(FILE)));
    }

    private long parts() throws Exception {
        try (var files = Files.list(vault.resolve("intake"))) {
            return files.count();
        }
    }
}
