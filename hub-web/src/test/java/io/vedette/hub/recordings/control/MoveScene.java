package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.MovableClock;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.recordings.entity.Moves;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.recordings.entity.RecordingMove.Blames;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.ProviderSettings;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.lab.bucket.BucketServer;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.Chunk;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A recording in the hub's own folder, and a bucket to which it may move. */
final class MoveScene {
    static final byte[] FILE = new byte[5000];

    static {
        new Random(7).nextBytes(FILE);
    }

    final MovableClock clock = new MovableClock("2026-11-20T12:00:00Z");
    final Path vault;
    final Scene scene;
    final TenantId acme;
    final StorageProviderId second;
    RecordingId id;
    private final BucketServer server;

    MoveScene(BucketServer server, String bucket, Path vault) {
        this.server = server;
        this.vault = vault;
        this.scene = new Scene(vault);
        this.acme = scene.owner.tenant();
        this.second = bring("Cold", bucket);
        this.id = stored();
    }

    /** One more, wherever it goes now, instead of the first. */
    void another() {
        id = stored();
    }

    private RecordingId stored() {
        RecordingId fresh = scene.closed(FILE, Delivery.ON_DEMAND);
        var unused = scene.taking.take(
                scene.agent, scene.request(fresh).upload(), new Chunk(0, FILE.length, new ByteArrayInputStream(FILE)));
        return fresh;
    }

    StorageProviderId bring(String name, String where) {
        return scene.as(scene.owner, () -> {
            var place = StorageProviderId.fresh();
            var settings = new S3Settings(
                    Optional.of(server.address()),
                    "us-east-1",
                    where,
                    "",
                    true,
                    S3Checksums.WHEN_SUPPORTED,
                    server.accessKey(),
                    server.secretKey());
            var unused = scene.providers.add(scene.owner, place, new Name(name), new ProviderSettings.Bucket(settings));
            return place;
        });
    }

    Moves moves() {
        return moves(clock);
    }

    private Moves moves(Clock by) {
        return new Moves(scene.work, scene.recordings, scene.uploads, by);
    }

    MoveRecording moving(Clock by) {
        return new MoveRecording(scene.work, scene.recordings, moves(by), scene.stores);
    }

    RecordingMove begin(StorageProviderId to) {
        return scene.as(scene.owner, () -> moves().begin(acme, id, to, Set.of()).orElseThrow());
    }

    Optional<Blames> moveTo(StorageProviderId to) {
        return goOn(begin(to), true);
    }

    Optional<RecordingMove> due() {
        return scene.as(scene.owner, () -> moves().due(acme, 10)).stream().findFirst();
    }

    Optional<Blames> goOn() {
        return goOn(due().orElseThrow(), true);
    }

    Optional<Blames> goOn(RecordingMove move, boolean wanted) {
        return moving(clock).goOn(acme, move, wanted);
    }

    Optional<RecordingMove> move() {
        return scene.as(scene.owner, () -> moves().find(acme, id));
    }

    Recording row() {
        return scene.recording(id);
    }

    BlobStore at(Optional<StorageProviderId> place) {
        return scene.stores.at(acme, place);
    }

    /** False when it stays. */
    boolean mark() {
        return scene.work.as(acme, () -> departures().mark(acme, Departures.Key.of(row()), LeavingWhy.AGE));
    }

    void clearLeaving() {
        var unused = new ClearLeaving(scene.work, departures(), scene.stores).run(acme, one -> {});
    }

    private Departures departures() {
        return new Departures(scene.work, clock);
    }

    void isAt(Optional<StorageProviderId> place) {
        Recording row = row();
        assertThat(row.provider()).isEqualTo(place);
        assertThat(at(row.provider()).verify(row.fileKey()).sha256()).isEqualTo(Sha256.of(FILE));
    }

    /** Once the grace is over. */
    void isWhollyAtTheSecondPlace() {
        clock.move(RecordingMove.GRACE);
        due().ifPresent(move -> assertThat(goOn(move, true)).isEmpty());
        isAt(Optional.of(second));
        assertThat(scene.store.find(row().fileKey())).isEmpty();
        assertThat(move()).isEmpty();
        assertThat(counted("audit_entry where action = 'recording.moved'")).isEqualTo(1);
        assertThat(scene.as(scene.owner, () -> scene.room.used(acme))).isEqualTo(FILE.length);
    }

    /** @param row as it was */
    void isNowhere(Recording row) {
        assertThat(scene.as(scene.owner, () -> scene.recordings.find(acme, id))).isEmpty();
        assertThat(scene.store.find(row.fileKey())).isEmpty();
        assertThat(at(Optional.of(second)).find(row.fileKey())).isEmpty();
    }

    private long counted(String rows) {
        return scene.work.as(
                acme,
                () -> ((Number) scene.work
                                .entities(acme)
                                .createNativeQuery("select count(*) from " + rows)
                                .getSingleResult())
                        .longValue());
    }
}
