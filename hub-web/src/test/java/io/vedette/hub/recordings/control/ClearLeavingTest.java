package io.vedette.hub.recordings.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.hub.cameras.Tombstones;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.control.HoldRecording.Outcome;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.Departures.Key;
import io.vedette.hub.recordings.entity.Hold;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.intake.Chunk;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is leaving goes whole, once, whenever the hub dies meanwhile; what is on hold stays. A real database and a real folder. */
class ClearLeavingTest {
    private static final byte[] FILE = new byte[5000];
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3};

    private Path vault;
    private Scene scene;
    private TenantId acme;
    private Departures departures;
    private HoldRecording holds;

    @BeforeEach
    void begin(@TempDir Path folder) {
        vault = folder;
        scene = new Scene(folder);
        acme = scene.owner.tenant();
        departures = new Departures(scene.work, scene.clock);
        holds = new HoldRecording(scene.work, scene.recordings, new Tombstones(scene.work, scene.clock), scene.clock);
    }

    @ParameterizedTest
    @EnumSource
    void theHubDiesAtAnArrowAndGoesOn(DeadlyDelete.When when) {
        RecordingId id = inVault();
        RecordingId other = inVault();
        assertThat(mark(id)).isTrue();

        scene.open(vault, folder -> new DeadlyDelete(folder, when));
        assertThatThrownBy(() -> clear(new AtomicInteger())).isInstanceOf(DeadlyDelete.Died.class);
        nobodyGetsIt(id);
        assertThat(stubs()).isZero();

        scene.open(vault);
        var gone = new AtomicInteger();
        assertThat(clear(gone)).isEqualTo(new ClearLeaving.Came(1, 0, ""));

        allOfItIsGone(id, other);
        assertThat(gone).hasValue(1);
    }

    @Test
    void theHubDiesBetweenTheObjectAndTheCommitOfTheRow() {
        RecordingId id = inVault();
        RecordingId other = inVault();
        assertThat(mark(id)).isTrue();

        assertThatThrownBy(() -> clearing().run(acme, one -> {
                    throw new DeadlyDelete.Died();
                }))
                .isInstanceOf(DeadlyDelete.Died.class);
        assertThat(scene.recording(id).place()).isEqualTo(Place.LEAVING);
        assertThat(stubs()).as("the line in the log goes with the row").isZero();

        assertThat(clear(new AtomicInteger())).isEqualTo(new ClearLeaving.Came(1, 0, ""));
        assertThat(clear(new AtomicInteger())).isEqualTo(new ClearLeaving.Came(0, 0, ""));
        allOfItIsGone(id, other);
    }

    @Test
    void theHubDiesBeforeTheMarkIsCommittedAndNothingGoes() {
        RecordingId id = inVault();

        assertThatThrownBy(() -> scene.work.run(acme, () -> {
                    assertThat(departures.mark(acme, Key.of(scene.recording(id)), LeavingWhy.AGE))
                            .isTrue();
                    throw new DeadlyDelete.Died();
                }))
                .isInstanceOf(DeadlyDelete.Died.class);

        assertThat(clear(new AtomicInteger())).isEqualTo(new ClearLeaving.Came(0, 0, ""));
        assertThat(scene.recording(id).place()).isEqualTo(Place.VAULT);
    }

    @Test
    void whatAStoreDoesNotLetGoNowIsTriedAgain() {
        RecordingId id = inVault();
        RecordingId second = inVault();
        assertThat(mark(id) && mark(second)).isTrue();
        var asked = new AtomicInteger();
        scene.open(
                vault,
                folder -> new DeadlyDelete(folder, DeadlyDelete.When.BEFORE_OBJECT, () -> {
                    asked.incrementAndGet();
                    return new BlobStoreFault("the store is away", null);
                }));

        ClearLeaving.Came came = clear(new AtomicInteger());

        assertThat(came).isEqualTo(new ClearLeaving.Came(0, 2, "the store is away"));
        assertThat(asked).as("a store that is away is asked once").hasValue(1);
        nobodyGetsIt(id);
        scene.open(vault);
        assertThat(clear(new AtomicInteger()).gone()).isEqualTo(2);
    }

    @Test
    void whatWasDeletedDoesNotComeBackWhenItsAgentTellsOfItAnew() {
        RecordingId id = inVault();
        assertThat(mark(id)).isTrue();
        clear(new AtomicInteger());

        scene.hear(Scene.report(id, FILE, Scene.NOW.minusSeconds(60), Delivery.AT_ONCE));
        RecordingId other = RecordingId.fresh();
        scene.hear(Scene.report(other, FILE, Scene.NOW.minusSeconds(60), Delivery.AT_ONCE));

        assertThat(scene.as(scene.owner, () -> scene.recordings.find(acme, id))).isEmpty();
        assertThat(scene.recording(other).place()).isEqualTo(Place.EDGE);
    }

    @Test
    void aSlowStoreHasItsTurnAndGoesOnTheNextTime() {
        for (int i = 0; i < 3; i++) {
            assertThat(mark(inVault())).isTrue();
        }
        var minutes = new AtomicLong();
        var slow = new ClearLeaving(
                scene.work,
                departures,
                scene.stores,
                () -> Duration.ofMinutes(minutes.getAndIncrement()).toNanos());

        assertThat(slow.run(acme, one -> {})).as("two minutes").isEqualTo(new ClearLeaving.Came(2, 0, ""));
        assertThat(slow.run(acme, one -> {})).isEqualTo(new ClearLeaving.Came(1, 0, ""));
    }

    @Test
    void whatIsOnHoldIsNotMarkedAndGoesOnceTheHoldIsTakenBack() {
        RecordingId id = inVault();
        assertThat(hold(id)).isInstanceOf(Outcome.Held.class);

        assertThat(mark(id)).isFalse();
        assertThat(scene.recording(id).hold().orElseThrow().why().text()).isEqualTo("A theft");

        scene.as(scene.owner, () -> holds.release(scene.owner, id));
        assertThat(mark(id)).isTrue();
        assertThat(hold(id)).as("too late").isInstanceOf(Outcome.Leaving.class);
    }

    @Test
    void whatLiesAtTheEdgeIsNeitherDeletedNorHeld() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);

        assertThat(mark(id)).isFalse();
        assertThat(hold(id)).isInstanceOf(Outcome.NotInVault.class);
        assertThat(scene.recording(id).place()).isEqualTo(Place.EDGE);
    }

    @Test
    void whoeverMayNotArrangeHoldsNothing() {
        RecordingId id = inVault();
        scene.give(io.vedette.hub.cameras.Action.REPLAY);

        assertThatThrownBy(
                        () -> scene.as(scene.guard, () -> holds.set(scene.guard, "Owner", id, new Hold.Reason("Mine"))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scene.as(
                        scene.foreigner, () -> holds.set(scene.foreigner, "Owner", id, new Hold.Reason("Mine"))))
                .isInstanceOf(Refusal.class);
        assertThat(scene.recording(id).hold()).isEmpty();
    }

    @Test
    void theDatabaseItselfDeletesNothingThatIsOnHoldAndMarksNoneOfIt() {
        RecordingId id = inVault();
        var unused = hold(id);

        for (String change : List.of(
                "delete from recording",
                "update recording set place = 'LEAVING', leaving_at = now(), leaving_why = 'AGE'")) {
            assertThatThrownBy(() -> scene.work.run(acme, () -> {
                        int unusedRows = scene.work
                                .entities(acme)
                                .createNativeQuery(change)
                                .executeUpdate();
                    }))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(scene.recording(id).place()).isEqualTo(Place.VAULT);
    }

    @Test
    void aPictureThatComesLateLeavesNothingBehind() {
        RecordingId id = inVault();
        assertThat(mark(id)).isTrue();
        scene.store.delete(scene.recording(id).thumbnailKey());
        scene.work.run(acme, () -> {
            int unused = scene.work
                    .entities(acme)
                    .createNativeQuery("update recording set thumbnail = false")
                    .executeUpdate();
        });

        var unused = scene.thumbnails.keep(scene.agent, id, PICTURE);

        assertThat(scene.store.find(scene.recording(id).thumbnailKey())).isEmpty();
    }

    private void nobodyGetsIt(RecordingId id) {
        assertThat(scene.recording(id).place()).isEqualTo(Place.LEAVING);
        assertThat(scene.as(scene.owner, () -> scene.request.by(scene.owner, id)))
                .isInstanceOf(RequestUpload.Outcome.Gone.class);
    }

    private void allOfItIsGone(RecordingId id, RecordingId other) {
        assertThat(scene.as(scene.owner, () -> scene.recordings.find(acme, id))).isEmpty();
        Recording left = scene.recording(other);
        try (Stream<BlobEntry> blobs = scene.store.list(BlobPrefix.of(acme))) {
            assertThat(blobs.map(BlobEntry::key)).containsExactlyInAnyOrder(left.fileKey(), left.thumbnailKey());
        }
        assertThat(scene.as(scene.owner, () -> scene.room.used(acme))).isEqualTo(FILE.length);
        assertThat(stubs()).isEqualTo(1);
    }

    private long stubs() {
        return scene.work.as(
                acme,
                () -> ((Number) scene.work
                                .entities(acme)
                                .createNativeQuery(
                                        "select count(*) from audit_entry where action = 'recording.deleted'")
                                .getSingleResult())
                        .longValue());
    }

    private boolean mark(RecordingId id) {
        return scene.work.as(acme, () -> departures.mark(acme, Key.of(scene.recording(id)), LeavingWhy.AGE));
    }

    private Outcome hold(RecordingId id) {
        return scene.as(scene.owner, () -> holds.set(scene.owner, "Owner", id, new Hold.Reason("A theft")));
    }

    private ClearLeaving clearing() {
        return new ClearLeaving(scene.work, departures, scene.stores);
    }

    private ClearLeaving.Came clear(AtomicInteger gone) {
        return clearing().run(acme, one -> gone.incrementAndGet());
    }

    private RecordingId inVault() {
        RecordingId id = scene.closed(FILE, Delivery.ON_DEMAND);
        var unused = scene.taking.take(
                scene.agent, scene.request(id).upload(), new Chunk(0, FILE.length, new ByteArrayInputStream(FILE)));
        assertThat(scene.thumbnails.keep(scene.agent, id, PICTURE)).isEqualTo(KeepThumbnail.Kept.KEPT);
        assertThat(scene.recording(id).provider()).isEqualTo(Optional.empty());
        return id;
    }
}
