package io.vedette.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.MovableClock;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobPrefix;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes by which rule, and where it leads. A real database, and the hub's own folder as it is. */
class RunRetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T04:17:00Z");
    private static final Duration A_DAY = Duration.ofDays(1);

    private final MovableClock clock = new MovableClock("2026-11-20T04:17:00Z");
    private RetentionScene scene;
    private SiteId yard;
    private CameraId gate;
    private CameraId fence;

    @BeforeEach
    void twoCamerasAtASite(@TempDir Path vault) {
        scene = new RetentionScene(vault, clock);
        yard = scene.site("Yard");
        gate = scene.camera(yard, "Gate");
        fence = scene.camera(yard, "Fence");
    }

    @Test
    void withoutARuleNothingIsEverDeleted() {
        RecordingId old = scene.stored(gate, daysAgo(3000), 10, 100);

        scene.running.night(scene.acme);

        assertThat(scene.there()).containsExactly(old);
        assertThat(scene.going()).isEmpty();
    }

    @Test
    void theNearestRuleThatSaysDaysWinsAndTheBytesAreGone() {
        scene.rule(Scope.EVERYTHING, RetentionScene.days(5));
        scene.rule(new Scope.OneSite(yard), RetentionScene.days(10));
        scene.rule(new Scope.OneCamera(fence), RetentionScene.bytes(1_000_000));
        RecordingId kept = scene.stored(gate, daysAgo(9), 10, 100);
        RecordingId stays = scene.stored(fence, daysAgo(9), 10, 100);
        RecordingId goes = scene.stored(gate, daysAgo(11), 10, 200);
        RecordingId goesToo = scene.stored(fence, daysAgo(12), 10, 300);
        Plan plan = scene.plan();
        assertThat(scene.going()).extracting(Plan.Going::why).containsOnly(LeavingWhy.AGE);
        assertThat(plan.sum()).isEqualTo(new Plan.Share(2, 500));
        assertThat(plan.byCamera())
                .isEqualTo(Map.of(gate.value(), new Plan.Share(1, 200), fence.value(), new Plan.Share(1, 300)));
        assertThat(plan.oldest()).contains(daysAgo(12));
        assertThat(plan.newest()).contains(daysAgo(11));
        assertThat(scene.there()).as("a dry run changes nothing").contains(goes, goesToo);

        scene.running.night(scene.acme);

        assertThat(scene.there()).containsExactlyInAnyOrder(kept, stays);
        try (Stream<BlobEntry> blobs = scene.scene.store.list(BlobPrefix.of(scene.acme))) {
            assertThat(blobs).hasSize(2);
        }
        RetentionRun run = scene.lastRun();
        assertThat(run.chosen()).isEqualTo(2);
        assertThat(run.gone()).isEqualTo(2);
        assertThat(run.goneBytes()).isEqualTo(500);
        assertThat(run.endedAt()).contains(NOW);
    }

    @Test
    void aLabelKeepsLongerTheLongestWinsAndAProgramThatIsWrongDeletesNothingEarly() {
        scene.rule(Scope.EVERYTHING, RetentionScene.days(7, Map.of("person", 60, "car", 20)));
        scene.rule(new Scope.OneCamera(fence), RetentionScene.days(30, Map.of("person", 40)));
        RecordingId person = scene.stored(gate, daysAgo(50), 10, 100);
        scene.seen(person, "car", "person", "leaf");
        RecordingId car = scene.stored(gate, daysAgo(15), 10, 100);
        scene.seen(car, "car");
        RecordingId beside = scene.stored(fence, daysAgo(25), 10, 100);
        scene.seen(beside, "car");
        RecordingId nearer = scene.stored(fence, daysAgo(50), 10, 100);
        scene.seen(nearer, "person");
        RecordingId carTooOld = scene.stored(gate, daysAgo(21), 10, 100);
        scene.seen(carTooOld, "car");
        RecordingId other = scene.stored(gate, daysAgo(8), 10, 100);
        scene.seen(other, "leaf");
        RecordingId nobodyLooked = scene.stored(gate, daysAgo(8), 10, 100);
        assertThat(scene.going())
                .extracting(going -> going.recording().id())
                .containsExactlyInAnyOrder(nearer.value(), carTooOld.value(), other.value(), nobodyLooked.value());

        scene.running.night(scene.acme);

        assertThat(scene.there()).containsExactlyInAnyOrder(person, car, beside);
    }

    @Test
    void whatAProgramSawNothingInGoesSoonerAndWhatNoneLookedAtDoesNot() {
        scene.rule(
                Scope.EVERYTHING,
                new Terms(
                        Terms.Days.AS_ABOVE, OptionalLong.empty(), RetentionScene.labels(Map.of(), OptionalInt.of(2))));
        scene.rule(new Scope.OneCamera(fence), RetentionScene.days(30));
        RecordingId unseen = scene.stored(gate, daysAgo(3), 10, 100);
        scene.seen(unseen);
        scene.received(unseen, daysAgo(3));
        RecordingId leaf = scene.stored(gate, daysAgo(300), 10, 100);
        scene.seen(leaf, "leaf");
        RecordingId nobodyLooked = scene.stored(gate, daysAgo(300), 10, 100);
        RecordingId young = scene.stored(gate, daysAgo(1), 10, 100);
        scene.seen(young);
        RecordingId nearerDays = scene.stored(fence, daysAgo(20), 10, 100);
        scene.seen(nearerDays);
        RecordingId held = scene.stored(gate, daysAgo(9), 10, 100);
        scene.seen(held);
        scene.hold(held, true);

        scene.running.night(scene.acme);

        assertThat(scene.there()).containsExactlyInAnyOrder(leaf, nobodyLooked, young, nearerDays, held);
    }

    @Test
    void forWantOfRoomWhatALabelKeepsGoesLastAndThenTheOldestOfIt() {
        scene.rule(
                Scope.EVERYTHING,
                new Terms(
                        Terms.Days.AS_ABOVE,
                        OptionalLong.of(500),
                        RetentionScene.labels(Map.of("person", 60), OptionalInt.empty())));
        RecordingId oldest = scene.stored(gate, daysAgo(9), 10, 300);
        scene.seen(oldest, "person");
        RecordingId older = scene.stored(fence, daysAgo(8), 10, 200);
        scene.seen(older, "person");
        scene.stored(gate, daysAgo(7), 10, 300);
        RecordingId leaf = scene.stored(fence, daysAgo(6), 10, 300);
        scene.seen(leaf, "leaf");

        scene.running.night(scene.acme);
        assertThat(scene.there()).containsExactlyInAnyOrder(oldest, older);

        RecordingId newest = scene.stored(fence, daysAgo(5), 10, 300);
        scene.seen(newest, "person");
        scene.running.night(scene.acme);
        assertThat(scene.there()).containsExactlyInAnyOrder(older, newest);
    }

    @Test
    void whatWasSeenLatelyTellsWhereItLeads() {
        scene.rule(Scope.EVERYTHING, RetentionScene.days(10, Map.of("person", 60)));
        for (int day = 1; day <= 7; day++) {
            scene.seen(scene.row(gate, daysAgo(day), 10, 1000, "VAULT"), "person", "car");
            scene.row(gate, daysAgo(day), 10, 3000, "VAULT");
        }

        assertThat(scene.forecast().settles()).hasValue(1000 * 60 + 3000 * 10);
    }

    @Test
    void whatCameLateStaysForAWeekWhateverItsClockSaid() {
        scene.rule(Scope.EVERYTHING, RetentionScene.days(30));
        scene.rule(new Scope.OneCamera(fence), RetentionScene.days(2));
        RecordingId late = scene.stored(gate, daysAgo(60), 10, 100);
        scene.received(late, daysAgo(6));
        RecordingId brief = scene.stored(fence, daysAgo(60), 10, 100);
        scene.received(brief, daysAgo(3));

        scene.running.night(scene.acme);
        assertThat(scene.there()).as("two days are less than a week").containsExactly(late);

        clock.move(A_DAY);
        scene.running.night(scene.acme);
        assertThat(scene.there()).isEmpty();
    }

    @Test
    void whatOneRuleChoseNoOtherChoosesAgain() {
        scene.rule(Scope.EVERYTHING, RetentionScene.bytes(500));
        scene.rule(new Scope.OneSite(yard), RetentionScene.bytes(700));
        scene.rule(new Scope.OneCamera(fence), RetentionScene.days(5));
        scene.stored(fence, daysAgo(9), 10, 400);
        for (int day = 8; day > 4; day--) {
            scene.stored(gate, daysAgo(day), 10, 300);
        }

        assertThat(scene.going())
                .extracting(Plan.Going::why)
                .containsExactly(LeavingWhy.AGE, LeavingWhy.ROOM, LeavingWhy.ROOM, LeavingWhy.ROOM);
        assertThat(scene.going()).extracting(Plan.Going::recording).doesNotHaveDuplicates();

        scene.running.night(scene.acme);
        assertThat(scene.there()).hasSize(1);
    }

    @Test
    void theOldestGoUntilTheRestFitsAndWhatIsOnHoldCountsAndStays() {
        scene.rule(new Scope.OneSite(yard), RetentionScene.bytes(1000));
        RecordingId held = scene.stored(gate, daysAgo(9), 10, 400);
        scene.hold(held, true);
        scene.stored(fence, daysAgo(8), 10, 400);
        RecordingId second = scene.stored(gate, daysAgo(7), 10, 300);
        RecordingId third = scene.stored(fence, daysAgo(6), 10, 300);

        scene.running.night(scene.acme);

        assertThat(scene.there()).containsExactlyInAnyOrder(held, second, third);
    }

    @Test
    void aRunThatDiesAfterMarkingGoesOnWithTheNextAndCountsTrue() {
        scene.rule(Scope.EVERYTHING, RetentionScene.days(5));
        scene.stored(gate, daysAgo(9), 10, 400);
        scene.running.begin(scene.acme, RetentionRun.Cause.NIGHT);
        scene.running.mark(scene.acme, scene.going());
        assertThat(scene.lastRun().endedAt()).isEmpty();
        assertThat(scene.lastRun().chosen()).isEqualTo(1);
        assertThat(scene.lastRun().gone()).isZero();
        scene.stored(gate, daysAgo(8), 10, 300);

        clock.move(A_DAY);
        scene.running.night(scene.acme);

        assertThat(scene.there()).isEmpty();
        assertThat(scene.lastRun().chosen()).isEqualTo(2);
        assertThat(scene.lastRun().gone()).isEqualTo(2);
        assertThat(scene.lastRun().endedAt()).isPresent();
    }

    @Test
    void theLastWeekTellsWhereItLeads() {
        scene.rule(new Scope.OneCamera(gate), RetentionScene.days(10));
        scene.rule(Scope.EVERYTHING, RetentionScene.bytes(50_000));
        for (int day = 1; day <= 7; day++) {
            scene.row(gate, daysAgo(day), 10, 1000, "VAULT");
            scene.row(fence, daysAgo(day), 10, 2000, "VAULT");
        }

        Forecast forecast = scene.forecast();

        assertThat(forecast.perDay()).isEqualTo(3000);
        assertThat(forecast.settles()).hasValue(50_000);
        Forecast.CapMet cap = forecast.caps().getFirst();
        assertThat(cap.now()).isEqualTo(21_000);
        assertThat(cap.inDays()).hasValue(10);
    }

    @Test
    void withoutAnEndItGrowsAndWithDaysForAllItSettles() {
        scene.rule(new Scope.OneCamera(gate), RetentionScene.days(10));
        scene.row(gate, daysAgo(1), 10, 1000, "VAULT");
        scene.row(fence, daysAgo(1), 10, 2000, "VAULT");
        assertThat(scene.forecast().settles()).isEmpty();

        scene.rule(Scope.EVERYTHING, new Terms(new Terms.Days.Of(3), OptionalLong.of(1_000_000)));

        assertThat(scene.forecast().settles()).hasValue(16_000);
        assertThat(scene.forecast().caps().getFirst().inDays())
                .as("days come first")
                .isEmpty();
    }

    @Test
    void onlyAnOwnerSetsRules() {
        assertThatThrownBy(() -> scene.scene.work.run(scene.acme, () -> {
                    var unused = scene.rules.set(scene.scene.guard, Scope.EVERYTHING, RetentionScene.days(1));
                }))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> scene.scene.as(
                        scene.scene.foreigner,
                        () -> scene.rules.set(
                                scene.scene.foreigner, new Scope.OneCamera(gate), RetentionScene.days(1))))
                .as("a camera of somebody else's")
                .isInstanceOf(Refusal.class);
        scene.rule(Scope.EVERYTHING, RetentionScene.days(1));
        scene.rule(Scope.EVERYTHING, RetentionScene.days(2));
        assertThat(scene.scene.work.as(scene.acme, () -> scene.rules.all(scene.acme)))
                .hasSize(1);
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(A_DAY.multipliedBy(days));
    }
}
