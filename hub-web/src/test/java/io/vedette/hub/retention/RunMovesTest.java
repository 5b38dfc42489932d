package io.vedette.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.Secret;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.MovableClock;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.MoveRecording;
import io.vedette.hub.recordings.entity.Moves;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.ProviderSettings;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.lab.bucket.BucketServer;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What moves by which rule, and what a place that takes nothing keeps waiting. A real database, a real folder and a real S3 server. */
class RunMovesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T04:17:00Z");
    private static BucketServer server;
    private static String bucket = "";

    private final MovableClock clock = new MovableClock("2026-11-20T04:17:00Z");
    private RetentionScene scene;
    private CameraId gate;
    private CameraId fence;
    private StorageProviderId cold;

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
    void twoCamerasAndABucket(@TempDir Path vault) {
        scene = new RetentionScene(vault, clock);
        var yard = scene.site("Yard");
        gate = scene.camera(yard, "Gate");
        fence = scene.camera(yard, "Fence");
        cold = bring("Cold", bucket);
    }

    @Test
    void whatIsOldMovesAlsoOnHoldAndIsDeletedThereWhenItsDaysAreOver() {
        scene.rule(new Scope.OneCamera(gate), moves(Optional.of(30), cold, 10));
        RecordingId old = stored(gate, 11);
        RecordingId held = stored(gate, 12);
        scene.hold(held, true);
        RecordingId young = stored(gate, 9);
        RecordingId other = stored(fence, 300);
        assertThat(scene.waiting()).isEqualTo(new Plan.Share(2, 200));

        run();

        assertThat(place(old)).contains(cold);
        assertThat(place(held)).contains(cold);
        assertThat(place(young)).isEmpty();
        assertThat(place(other)).isEmpty();
        assertThat(scene.waiting()).isEqualTo(new Plan.Share(0, 0));
        Recording row = scene.scene.recording(old);
        assertThat(scene.leaving()).as("two first copies").isEqualTo(200);
        clock.move(RecordingMove.GRACE);
        run();
        assertThat(scene.leaving()).isZero();
        assertThat(scene.scene.store.find(row.fileKey())).isEmpty();

        clock.move(Duration.ofDays(30));
        scene.running.night(scene.acme);

        assertThat(scene.there()).containsExactlyInAnyOrder(held, other);
        assertThat(scene.scene.stores.at(scene.acme, Optional.of(cold)).find(row.fileKey()))
                .isEmpty();
    }

    @Test
    void withoutARuleNothingMovesAndTheNearestRuleSaysWhereTo() {
        StorageProviderId other = bring("Other", bucket);
        RecordingId atGate = stored(gate, 50);
        RecordingId atFence = stored(fence, 50);
        run();
        assertThat(place(atGate)).isEmpty();

        scene.rule(Scope.EVERYTHING, moves(Optional.empty(), cold, 10));
        scene.rule(new Scope.OneCamera(fence), moves(Optional.empty(), other, 20));
        run();

        assertThat(place(atGate)).contains(cold);
        assertThat(place(atFence)).contains(other);
    }

    @Test
    void aPlaceThatTakesNothingIsAskedOnceANightAndKeepsNoOtherWaiting() {
        StorageProviderId away = bring("Away", "never-there");
        scene.rule(new Scope.OneCamera(gate), moves(Optional.empty(), away, 10));
        scene.rule(new Scope.OneCamera(fence), moves(Optional.empty(), cold, 10));
        RecordingId first = stored(gate, 12);
        RecordingId second = stored(gate, 11);
        RecordingId atFence = stored(fence, 11);

        run();
        clock.move(Duration.ofMinutes(10));
        run();

        assertThat(place(atFence)).contains(cold);
        assertThat(place(first)).isEmpty();
        assertThat(scene.scene
                        .store
                        .verify(scene.scene.recording(first).fileKey())
                        .bytes())
                .isEqualTo(100);
        assertThat(moving()).as("only one was tried").isEqualTo(1);

        try (var client = server.client()) {
            var unused = client.createBucket(ask -> ask.bucket("never-there"));
        }
        clock.move(RecordingMove.PATIENCE);
        run();
        assertThat(place(first)).contains(away);
        assertThat(place(second)).contains(away);
    }

    @Test
    void aPlaceThatGivesNothingKeepsNothingElsewhereWaiting() {
        StorageProviderId dead = bring("Dead", bucket, new Secret("withdrawn"));
        scene.rule(Scope.EVERYTHING, moves(Optional.empty(), cold, 10));
        RecordingId first = lies(stored(gate, 20), dead);
        RecordingId second = lies(stored(gate, 19), dead);
        RecordingId inFolder = stored(gate, 12);

        run();

        assertThat(place(inFolder)).contains(cold);
        assertThat(place(first)).contains(dead);
        assertThat(moving()).as("only one was tried").isEqualTo(1);
        assertThat(scene.scene.work.as(scene.acme, () -> scene.moves().resting(scene.acme)))
                .isEqualTo(Set.of(Optional.of(dead)));

        RecordingId later = stored(fence, 11);
        clock.move(Duration.ofMinutes(10));
        run();
        assertThat(place(later)).contains(cold);
        assertThat(place(second)).contains(dead);
        assertThat(moving()).isEqualTo(1);
    }

    @Test
    void aSlowPlaceHasItsTurnAndGoesOnTheNextTime() {
        scene.rule(Scope.EVERYTHING, moves(Optional.empty(), cold, 10));
        for (int day = 20; day > 16; day--) {
            stored(gate, day);
        }
        var minutes = new AtomicLong();
        LongSupplier slow = () -> Duration.ofMinutes(minutes.getAndIncrement()).toNanos();

        moves(slow).run(scene.acme);
        assertThat(scene.waiting().recordings()).as("two minutes").isEqualTo(2);
        moves(slow).run(scene.acme);
        assertThat(scene.waiting().recordings()).isZero();
    }

    @Test
    void aPlaceThatARuleNamesIsNotTakenAwayAndOneOfAnothersIsNotNamed() {
        scene.rule(Scope.EVERYTHING, moves(Optional.empty(), cold, 10));

        assertThatThrownBy(() ->
                        scene.scene.work.run(scene.acme, () -> scene.scene.providers.remove(scene.scene.owner, cold)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scene.scene.as(
                        scene.scene.foreigner,
                        () -> scene.rules.set(
                                scene.scene.foreigner, Scope.EVERYTHING, moves(Optional.empty(), cold, 10))))
                .isInstanceOf(Refusal.class);
    }

    static Terms moves(Optional<Integer> days, StorageProviderId to, int after) {
        return new Terms(
                days.<Terms.Days>map(Terms.Days.Of::new).orElse(Terms.Days.AS_ABOVE),
                OptionalLong.empty(),
                ByLabel.NONE,
                Optional.of(new Archive(to, after)));
    }

    private RecordingId stored(CameraId camera, int daysAgo) {
        return scene.stored(camera, NOW.minus(Duration.ofDays(daysAgo)), 10, 100);
    }

    private Optional<StorageProviderId> place(RecordingId id) {
        return scene.scene.recording(id).provider();
    }

    private void run() {
        moves(System::nanoTime).run(scene.acme);
    }

    private int moving() {
        return scene.scene.work.as(
                scene.acme,
                () -> scene.moves().all(scene.acme, 100).stream()
                        .filter(one -> one.said().isPresent())
                        .toList()
                        .size());
    }

    private RunMoves moves(LongSupplier nanos) {
        Moves rows = scene.moves();
        return new RunMoves(
                scene.scene.work,
                scene.rules,
                scene.stock,
                new ToMove(scene.scene.work, scene.scene.providers),
                rows,
                new MoveRecording(scene.scene.work, scene.scene.recordings, rows, scene.scene.stores),
                clock,
                nanos);
    }

    /** As if it had been brought there. */
    private RecordingId lies(RecordingId id, StorageProviderId place) {
        scene.scene.work.run(scene.acme, () -> {
            int unused = scene.scene
                    .work
                    .entities(scene.acme)
                    .createNativeQuery("update recording set provider_id = :place where id = :id")
                    .setParameter("place", place.value())
                    .setParameter("id", id.value())
                    .executeUpdate();
        });
        return id;
    }

    private StorageProviderId bring(String name, String where) {
        return bring(name, where, server.secretKey());
    }

    private StorageProviderId bring(String name, String where, Secret secret) {
        return scene.scene.as(scene.scene.owner, () -> {
            var place = StorageProviderId.fresh();
            var settings = new S3Settings(
                    Optional.of(server.address()),
                    "us-east-1",
                    where,
                    "",
                    true,
                    S3Checksums.WHEN_SUPPORTED,
                    server.accessKey(),
                    secret);
            var unused = scene.scene.providers.add(
                    scene.scene.owner, place, new Name(name), new ProviderSettings.Bucket(settings));
            return place;
        });
    }
}
