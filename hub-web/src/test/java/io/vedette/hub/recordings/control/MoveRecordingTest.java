package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.cameras.Tombstones;
import io.vedette.hub.recordings.entity.Hold;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.lab.bucket.BucketServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recording moves whole, whenever the hub dies meanwhile and whatever becomes of it meanwhile. A real database, a real folder and a real S3 server. */
class MoveRecordingTest {
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

    @ParameterizedTest
    @EnumSource
    void theHubDiesWhileItCopiesAndGoesOn(DeadlyCopy.When when) {
        scene.open(
                recording.vault,
                folder -> new DeadlyCopy(folder, when, () -> {
                    throw new DeadlyDelete.Died();
                }));
        assertThatThrownBy(() -> recording.moveTo(second)).isInstanceOf(DeadlyDelete.Died.class);

        scene.open(recording.vault);
        recording.isAt(Optional.empty());
        assertThat(recording.due()).as("it may be alive").isEmpty();
        recording.clock.move(RecordingMove.LEASE);
        assertThat(recording.goOn()).isEmpty();
        recording.isAt(Optional.of(second));
        recording.isWhollyAtTheSecondPlace();
    }

    @ParameterizedTest
    @EnumSource(
            value = DeadlyDelete.When.class,
            names = {"BEFORE_OBJECT", "AFTER_OBJECT"})
    void theHubDiesWhileTheFirstCopyGoesAndGoesOn(DeadlyDelete.When when) {
        assertThat(recording.moveTo(second)).isEmpty();
        assertThat(scene.store.find(recording.row().fileKey()))
                .as("whoever has just read where it is finds it there")
                .isPresent();
        recording.clock.move(RecordingMove.GRACE);

        scene.open(recording.vault, folder -> new DeadlyDelete(folder, when));
        assertThatThrownBy(recording::goOn).isInstanceOf(DeadlyDelete.Died.class);
        recording.isAt(Optional.of(second));

        scene.open(recording.vault);
        recording.clock.move(RecordingMove.LEASE);
        recording.isWhollyAtTheSecondPlace();
    }

    @Test
    void theHubDiesBeforeItsNewPlaceIsCommitted() {
        RecordingMove move = recording.begin(second);
        assertThatThrownBy(() -> recording.moving(dying()).goOn(acme, move, true))
                .isInstanceOf(DeadlyDelete.Died.class);
        recording.isAt(Optional.empty());

        recording.clock.move(RecordingMove.LEASE);
        assertThat(recording.goOn()).isEmpty();
        recording.isWhollyAtTheSecondPlace();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDeletedMeanwhileIsGoneFromBothPlaces(DeadlyCopy.When when) {
        scene.open(
                recording.vault,
                folder -> new DeadlyCopy(folder, when, () -> {
                    var unusedMark = recording.mark();
                }));
        RecordingMove move = recording.begin(second);
        Recording row = recording.row();

        assertThat(recording.goOn(move, true)).isEmpty();
        assertThat(recording.row().place()).isEqualTo(Place.LEAVING);
        assertThat(recording.row().provider()).isEmpty();
        assertThat(recording.move()).isEmpty();
        scene.open(recording.vault);
        recording.clearLeaving();

        recording.isNowhere(row);
    }

    @Test
    void whatIsDeletedToItsLastRowWhileItIsCopiedLeavesNoCopy() {
        var once = new AtomicBoolean(true);
        scene.open(
                recording.vault,
                folder -> new DeadlyCopy(folder, DeadlyCopy.When.AFTER_READING, () -> {
                    if (once.getAndSet(false)) {
                        assertThat(recording.mark()).isTrue();
                        recording.clearLeaving();
                    }
                }));
        Recording row = recording.row();

        assertThat(recording.moveTo(second)).isEmpty();

        recording.isNowhere(row);
        assertThat(recording.move()).isEmpty();
    }

    @Test
    void whatIsDeletedOnceItIsThereIsDeletedThereAndItsFirstCopyGoes() {
        assertThat(recording.moveTo(second)).isEmpty();
        Recording row = recording.row();
        assertThat(recording.mark()).isTrue();
        recording.clearLeaving();
        assertThat(recording.at(Optional.of(second)).find(row.fileKey())).isEmpty();

        recording.clock.move(RecordingMove.GRACE);
        assertThat(recording.goOn()).isEmpty();

        recording.isNowhere(row);
        assertThat(recording.move()).isEmpty();
    }

    @Test
    void aHoldThatComesMeanwhileStaysAndHindersNoMove() {
        var holds = new HoldRecording(
                scene.work, scene.recordings, new Tombstones(scene.work, recording.clock), recording.clock);
        scene.open(
                recording.vault,
                folder -> new DeadlyCopy(folder, DeadlyCopy.When.IN_READING, () -> {
                    var unused = scene.as(
                            scene.owner,
                            () -> holds.set(scene.owner, "Owner", recording.id, new Hold.Reason("A theft")));
                }));

        assertThat(recording.moveTo(second)).isEmpty();

        recording.isAt(Optional.of(second));
        assertThat(recording.row().hold()).isPresent();
        assertThat(recording.mark()).isFalse();
        scene.open(recording.vault);
        recording.isWhollyAtTheSecondPlace();
    }

    /** A clock that is asked when a move is claimed, and then by a transaction that is about to end. */
    private Clock dying() {
        var asked = new AtomicInteger();
        return new Clock() {
            @Override
            public Instant instant() {
                if (asked.getAndIncrement() > 0) {
                    throw new DeadlyDelete.Died();
                }
                return recording.clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return recording.clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
