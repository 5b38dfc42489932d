package io.vedette.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.MovableClock;
import io.vedette.hub.platform.config.KeepFree;
import io.vedette.hub.recordings.control.DeadlyDelete;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the hub's disk runs full, the oldest go that may go. A real database and a disk whose room is what the test says, less what lies in the real folder. */
class RunFreeSpaceTest {
    private static final Instant NOW = Instant.parse("2026-11-20T04:17:00Z");
    private static final long TOTAL = 10_000;
    private static final KeepFree WANTED = new KeepFree.Share(10);

    private RetentionScene scene;
    private CameraId limited;
    private CameraId kept;
    private long usable = TOTAL;

    @BeforeEach
    void aCameraWithARuleAndOneWithout(@TempDir Path vault) {
        aFolder(vault, folder -> folder);
    }

    private void aFolder(Path vault, UnaryOperator<BlobStore> between) {
        scene = new RetentionScene(vault, new MovableClock("2026-11-20T04:17:00Z"), between);
        limited = scene.camera(scene.site("Yard"), "Gate");
        kept = scene.camera(scene.site("Vault"), "Safe");
        // all tests share a database, and the disk is that of all tenants
        new Tenants(scene.scene.work).all().forEach(this::withoutRules);
        scene.rule(new Scope.OneCamera(limited), RetentionScene.days(300));
    }

    @Test
    void theOldestWithARuleGoBeforeTheirTime() {
        RecordingId old = stored(kept, 90);
        RecordingId held = stored(limited, 80);
        scene.hold(held, true);
        stored(limited, 70);
        stored(limited, 60);
        RecordingId newest = stored(limited, 50);
        usable = 850;

        assertThat(run(Optional.of(WANTED))).isZero();

        assertThat(scene.there()).containsExactlyInAnyOrder(old, held, newest);
        assertThat(scene.lastRun().cause()).isEqualTo(RetentionRun.Cause.DISK);
        assertThat(scene.lastRun().gone()).isEqualTo(2);
    }

    @Test
    void whatALabelKeepsGoesLast() {
        scene.rule(new Scope.OneCamera(limited), RetentionScene.days(300, Map.of("person", 300)));
        RecordingId person = stored(limited, 90);
        scene.seen(person, "person");
        stored(limited, 70);
        RecordingId newest = stored(limited, 50);
        usable = 910;

        assertThat(run(Optional.of(WANTED))).isZero();
        assertThat(scene.there()).containsExactlyInAnyOrder(person, newest);

        usable = 850;
        assertThat(run(Optional.of(WANTED))).isZero();
        assertThat(scene.there()).isEmpty();
    }

    @Test
    void whereThereIsRoomOrNobodyAskedForItNothingGoes() {
        RecordingId old = stored(limited, 90);

        usable = 1000;
        assertThat(run(Optional.of(WANTED))).isZero();
        usable = 0;
        assertThat(run(Optional.empty())).isZero();

        assertThat(scene.there()).containsExactly(old);
    }

    @Test
    void whereNothingMayGoItIsSaid() {
        RecordingId old = stored(kept, 90);
        usable = 850;

        assertThat(run(Optional.of(WANTED))).isEqualTo(150);

        assertThat(scene.there()).containsExactly(old);
        assertThat(scene.scene.work.as(
                        scene.acme, () -> space(Optional.of(WANTED)).nothingMayGo(scene.acme)))
                .isTrue();
    }

    @Test
    void ofAFolderThatLetsNothingGoNoMoreIsChosenEachTime(@TempDir Path other) {
        aFolder(
                other,
                folder -> new DeadlyDelete(
                        folder, DeadlyDelete.When.BEFORE_OBJECT, () -> new BlobStoreFault("it is read-only", null)));
        for (int day = 90; day > 60; day -= 5) {
            stored(limited, day);
        }
        usable = 850;
        RunFreeSpace space = space(Optional.of(WANTED));

        for (int again = 0; again < 4; again++) {
            assertThat(space.run()).isZero();
        }

        assertThat(scene.leaving()).as("two of a hundred bytes each").isEqualTo(200);
    }

    @Test
    void whereDeletingMakesNoRoomItEndsUntilThereIsRoomAgain() {
        for (int day = 90; day > 50; day -= 5) {
            stored(limited, day);
        }
        usable = 850;
        RunFreeSpace space = space(Optional.of(WANTED));

        assertThat(space.run()).isZero();
        assertThat(space.run()).isZero();
        assertThat(space.run()).as("twice in vain").isEqualTo(150);
        assertThat(scene.there()).hasSize(4);

        usable = 1000;
        assertThat(space.run()).isZero();
        usable = 850;
        assertThat(space.run()).isZero();
        assertThat(scene.there()).hasSize(2);
    }

    private void withoutRules(TenantId tenant) {
        scene.scene.work.run(tenant, () -> {
            for (String rows : List.of(
                    "delete from retention_rule",
                    "delete from recording_move",
                    "delete from recording where place = 'LEAVING'")) {
                int unused = scene.scene
                        .work
                        .entities(tenant)
                        .createNativeQuery(rows)
                        .executeUpdate();
            }
        });
    }

    private RecordingId stored(CameraId camera, int daysAgo) {
        return scene.stored(camera, NOW.minus(Duration.ofDays(daysAgo)), 10, 100);
    }

    private long run(Optional<KeepFree> wanted) {
        return space(wanted).run();
    }

    private RunFreeSpace space(Optional<KeepFree> wanted) {
        var disk = new FreeDisk.Disk() {
            @Override
            public long total() {
                return TOTAL;
            }

            @Override
            public long usable() {
                return usable;
            }
        };
        return new RunFreeSpace(
                scene.scene.work,
                new Tenants(scene.scene.work),
                scene.rules,
                scene.stock,
                scene.running,
                new FreeDisk(wanted, disk));
    }
}
