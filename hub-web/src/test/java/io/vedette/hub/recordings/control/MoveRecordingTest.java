package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.MovableClock;
import io.vedette.hub.cameras.Tombstones;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.Hold;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.recordings.entity.Moves;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.recordings.entity.RecordingMove.Blames;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.ProviderSettings;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.lab.bucket.BucketServer;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Sha256;
import io.vedette.vault.intake.Chunk;
import io.vedette.vault.s3.S3Checksums;
import io.vedette.vault.s3.S3Settings;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recording moves whole, whenever the hub dies meanwhile and whatever becomes of it meanwhile. A real database, a real folder and a real S3 server. */
class MoveRecordingTest {
    private static final byte[] FILE = new byte[5000];
    private static BucketServer server;
    private static String bucket = "";

    private final MovableClock clock = new MovableClock("2026-11-20T12:00:00Z");
    private Path vault;
    private Scene scene;
    private TenantId acme;
    private StorageProviderId second;
    private RecordingId id;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        server = new BucketServer(folder);
        bucket = server.bucket();
        new Random(7).nextBytes(FILE);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void aRecordingInTheFolder(@TempDir Path folder) {
        vault = folder;
        scene = new Scene(folder);
        acme = scene.owner.tenant();
        second = bring("Cold", bucket);
        id = scene.closed(FILE, Delivery.ON_DEMAND);
        var unused = scene.taking.take(
                scene.agent, scene.request(id).upload(), new Chunk(0, FILE.length, new ByteArrayInputStream(FILE)));
    }

    @ParameterizedTest
    @EnumSource
    void theHubDiesWhileItCopiesAndGoesOn(DeadlyCopy.When when) {
        scene.open(
                vault,
                folder -> new DeadlyCopy(folder, when, () -> {
                    throw new DeadlyDelete.Died();
                }));
        assertThatThrownBy(() -> moveTo(second)).isInstanceOf(DeadlyDelete.Died.class);

        scene.open(vault);
        isThere(Optional.empty());
        assertThat(goOn()).isEmpty();
        isThere(Optional.of(second));
        allOfItIsAtTheSecondPlace();
    }

    @ParameterizedTest
    @EnumSource(
            value = DeadlyDelete.When.class,
            names = {"BEFORE_OBJECT", "AFTER_OBJECT"})
    void theHubDiesWhileTheFirstCopyGoesAndGoesOn(DeadlyDelete.When when) {
        assertThat(moveTo(second)).isEmpty();
        assertThat(scene.store.find(scene.recording(id).fileKey()))
                .as("whoever has just read where it is finds it there")
                .isPresent();
        clock.move(RecordingMove.GRACE);

        scene.open(vault, folder -> new DeadlyDelete(folder, when));
        assertThatThrownBy(this::goOn).isInstanceOf(DeadlyDelete.Died.class);
        isThere(Optional.of(second));

        scene.open(vault);
        allOfItIsAtTheSecondPlace();
    }

    @Test
    void theHubDiesBeforeItsNewPlaceIsCommitted() {
        var dies = new AtomicBoolean();
        assertThatThrownBy(() -> {
                    RecordingMove move = begin(second);
                    dies.set(true);
                    moving(dying(dies)).goOn(acme, move, true);
                })
                .isInstanceOf(DeadlyDelete.Died.class);
        isThere(Optional.empty());

        assertThat(goOn()).isEmpty();
        allOfItIsAtTheSecondPlace();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDeletedMeanwhileIsGoneFromBothPlaces(DeadlyCopy.When when) {
        scene.open(
                vault,
                folder -> new DeadlyCopy(folder, when, () -> {
                    var unusedMark = mark();
                }));
        RecordingMove move = begin(second);
        Recording row = scene.recording(id);

        assertThat(moving(clock).goOn(acme, move, true)).isEmpty();
        assertThat(scene.recording(id).place()).isEqualTo(Place.LEAVING);
        assertThat(scene.recording(id).provider()).isEmpty();
        assertThat(move()).isEmpty();
        scene.open(vault);
        var unused = new ClearLeaving(scene.work, departures(), scene.stores).run(acme, one -> {});

        nowhere(row);
    }

    @Test
    void whatIsDeletedToItsLastRowWhileItIsCopiedLeavesNoCopy() {
        var once = new AtomicBoolean(true);
        scene.open(
                vault,
                folder -> new DeadlyCopy(folder, DeadlyCopy.When.AFTER_READING, () -> {
                    if (once.getAndSet(false)) {
                        assertThat(mark()).isTrue();
                        var unused = new ClearLeaving(scene.work, departures(), scene.stores).run(acme, one -> {});
                    }
                }));
        Recording row = scene.recording(id);

        assertThat(moveTo(second)).isEmpty();

        nowhere(row);
        assertThat(move()).isEmpty();
    }

    @Test
    void whatIsDeletedOnceItIsThereIsDeletedThereAndItsFirstCopyGoes() {
        assertThat(moveTo(second)).isEmpty();
        Recording row = scene.recording(id);
        assertThat(mark()).isTrue();
        var unused = new ClearLeaving(scene.work, departures(), scene.stores).run(acme, one -> {});
        assertThat(at(Optional.of(second)).find(row.fileKey())).isEmpty();

        clock.move(RecordingMove.GRACE);
        assertThat(goOn()).isEmpty();

        nowhere(row);
        assertThat(move()).isEmpty();
    }

    @Test
    void aHoldThatComesMeanwhileStaysAndHindersNoMove() {
        var holds = new HoldRecording(scene.work, scene.recordings, new Tombstones(scene.work, clock), clock);
        scene.open(
                vault,
                folder -> new DeadlyCopy(folder, DeadlyCopy.When.IN_READING, () -> {
                    var unused = scene.as(
                            scene.owner, () -> holds.set(scene.owner, "Owner", id, new Hold.Reason("A theft")));
                }));

        assertThat(moveTo(second)).isEmpty();

        isThere(Optional.of(second));
        assertThat(scene.recording(id).hold()).isPresent();
        assertThat(mark()).isFalse();
        scene.open(vault);
        allOfItIsAtTheSecondPlace();
    }

    @Test
    void aPlaceFromWhichAllHasMovedCanBeTakenAway() {
        StorageProviderId first = bring("First", server.bucket());
        scene.work.run(acme, () -> scene.providers.makeMain(scene.owner, first));
        id = scene.closed(FILE, Delivery.ON_DEMAND);
        var unused = scene.taking.take(
                scene.agent, scene.request(id).upload(), new Chunk(0, FILE.length, new ByteArrayInputStream(FILE)));
        isThere(Optional.of(first));
        scene.work.run(acme, () -> scene.providers.useFolder(scene.owner));
        assertThat(moveTo(second)).isEmpty();
        isThere(Optional.of(second));
        assertThatThrownBy(() -> scene.work.run(acme, () -> scene.providers.remove(scene.owner, first)))
                .as("the first copy is there still")
                .isInstanceOf(Refusal.class);

        clock.move(RecordingMove.GRACE);
        assertThat(goOn()).isEmpty();

        scene.work.run(acme, () -> scene.providers.remove(scene.owner, first));
        isThere(Optional.of(second));
    }

    @Test
    void onePlaceThatWasBroughtTwiceLosesNothing() {
        assertThat(moveTo(second)).isEmpty();
        clock.move(RecordingMove.GRACE);
        assertThat(goOn()).isEmpty();
        StorageProviderId same = bring("The same", bucket);

        assertThat(moveTo(same)).contains(Blames.TARGET);

        isThere(Optional.of(second));
        assertThat(move().orElseThrow().said().orElse("")).contains("one and the same place");
    }

    @Test
    void aPlaceThatTakesNothingLosesNothingAndIsAskedAgainInTheNextNight() {
        StorageProviderId away = bring("Away", "no-such-bucket");

        assertThat(moveTo(away)).contains(Blames.TARGET);

        isThere(Optional.empty());
        assertThat(move().orElseThrow().said()).isPresent();
        assertThat(due()).isEmpty();
        assertThat(scene.as(scene.owner, () -> moves(clock).resting(acme))).containsExactly(away);
        clock.move(RecordingMove.PATIENCE);
        assertThat(due()).isPresent();
        try (var client = server.client()) {
            var unused = client.createBucket(ask -> ask.bucket("no-such-bucket"));
        }
        assertThat(goOn()).isEmpty();
        isThere(Optional.of(away));
        assertThat(move().orElseThrow().said()).isEmpty();
    }

    @Test
    void whatIsMissingOrIsNotAsItWasStaysAsItIs() throws Exception {
        Recording row = scene.recording(id);
        scene.store.delete(row.fileKey());
        assertThat(moveTo(second)).contains(Blames.OBJECT);
        byte[] other = new byte[FILE.length];
        var unused = scene.store.put(
                row.fileKey(),
                new ByteArrayInputStream(other),
                new BlobSpec(other.length, Sha256.of(other), BlobSpec.MP4));
        clock.move(RecordingMove.PATIENCE);

        assertThat(goOn()).contains(Blames.OBJECT);

        assertThat(scene.recording(id).provider()).isEmpty();
        assertThat(scene.store.find(row.fileKey())).isPresent();
        assertThat(at(Optional.of(second)).find(row.fileKey())).isEmpty();
    }

    @Test
    void whatNoRuleWantsThereAnyMoreStaysAndItsCopyGoes() {
        StorageProviderId away = bring("Away", "not-yet");
        assertThat(moveTo(away)).contains(Blames.TARGET);
        try (var client = server.client()) {
            var unused = client.createBucket(ask -> ask.bucket("not-yet"));
        }
        clock.move(RecordingMove.PATIENCE);

        assertThat(moving(clock).goOn(acme, due().orElseThrow(), false)).isEmpty();

        isThere(Optional.empty());
        assertThat(move()).isEmpty();
    }

    @Test
    void whatLiesAtTheEdgeOrIsThereAlreadyDoesNotMove() {
        RecordingId edge = scene.closed(FILE, Delivery.ON_DEMAND);
        assertThat(scene.as(scene.owner, () -> moves(clock).begin(acme, edge, second)))
                .isEmpty();
        assertThat(moveTo(second)).isEmpty();
        assertThat(scene.as(scene.owner, () -> moves(clock).begin(acme, id, second)))
                .isEmpty();
    }

    private void allOfItIsAtTheSecondPlace() {
        clock.move(RecordingMove.GRACE);
        due().ifPresent(move -> assertThat(moving(clock).goOn(acme, move, true)).isEmpty());
        isThere(Optional.of(second));
        assertThat(scene.store.find(scene.recording(id).fileKey())).isEmpty();
        assertThat(move()).isEmpty();
        assertThat(counted("audit_entry where action = 'recording.moved'")).isEqualTo(1);
        assertThat(scene.as(scene.owner, () -> scene.room.used(acme))).isEqualTo(FILE.length);
    }

    private void isThere(Optional<StorageProviderId> place) {
        Recording row = scene.recording(id);
        assertThat(row.provider()).isEqualTo(place);
        assertThat(at(row.provider()).verify(row.fileKey()).sha256()).isEqualTo(Sha256.of(FILE));
    }

    private void nowhere(Recording row) {
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

    private BlobStore at(Optional<StorageProviderId> place) {
        return scene.stores.at(acme, place);
    }

    private Departures departures() {
        return new Departures(scene.work, clock);
    }

    private boolean mark() {
        return scene.work.as(
                acme, () -> departures().mark(acme, Departures.Key.of(scene.recording(id)), LeavingWhy.AGE));
    }

    private Moves moves(Clock by) {
        return new Moves(scene.work, scene.recordings, scene.uploads, by);
    }

    private MoveRecording moving(Clock by) {
        return new MoveRecording(scene.work, scene.recordings, moves(by), scene.stores);
    }

    private RecordingMove begin(StorageProviderId to) {
        return scene.as(scene.owner, () -> moves(clock).begin(acme, id, to).orElseThrow());
    }

    private Optional<Blames> moveTo(StorageProviderId to) {
        return moving(clock).goOn(acme, begin(to), true);
    }

    private Optional<RecordingMove> due() {
        return scene.as(scene.owner, () -> moves(clock).due(acme, 10)).stream().findFirst();
    }

    private Optional<Blames> goOn() {
        return moving(clock).goOn(acme, due().orElseThrow(), true);
    }

    private Optional<RecordingMove> move() {
        return scene.as(scene.owner, () -> moves(clock).find(acme, id));
    }

    /** A clock that is asked the last time by a transaction that is about to end. */
    private Clock dying(AtomicBoolean dies) {
        return new Clock() {
            @Override
            public Instant instant() {
                if (dies.get()) {
                    throw new DeadlyDelete.Died();
                }
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private StorageProviderId bring(String name, String where) {
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
}
