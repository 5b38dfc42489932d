package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.spool.GivenUp.Reason;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.EventBody.RecordingGone;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SacrificeTest {
    private static final long PLENTY = Long.MAX_VALUE;

    @TempDir
    Path home;

    private final Clips clips = Clips.small();
    private final MovingClock clock = new MovingClock("2026-11-20T12:00:00Z");
    private final AtomicLong free = new AtomicLong(PLENTY);

    private Spool open(SpoolBudget budget) {
        return open(budget, clock);
    }

    private Spool open(SpoolBudget budget, Clock wall) {
        return Spool.open(
                home,
                budget,
                new Surroundings(wall, clock::nanos, Durability.DISK, folder -> free.get(), Surroundings::javasSha256),
                false);
    }

    private static SpoolBudget days(int days) {
        return new SpoolBudget(PLENTY, Duration.ofDays(days), 0);
    }

    @Test
    void whatIsOlderThanWishedGoesWithoutANewRecording() {
        try (Spool spool = open(days(2))) {
            RecordingClosed old = clips.keep(spool);
            clock.runs(Duration.ofHours(47));
            RecordingClosed young = clips.keep(spool);

            clock.runs(Duration.ofHours(2));
            spool.upkeep();

            assertThat(spool.find(old.recording())).isEmpty();
            assertThat(spool.find(young.recording())).isPresent();
            assertThat(spool.givenUp()).containsExactly(new GivenUp(Reason.AGE, false, 1, old.bytes()));
        }
    }

    @Test
    void withoutALimitNothingGrowsTooOld() {
        try (Spool spool = open(SpoolBudget.of(PLENTY))) {
            RecordingClosed old = clips.keep(spool);
            clock.runs(Duration.ofDays(4000));
            spool.upkeep();

            assertThat(spool.find(old.recording())).isPresent();
        }
    }

    @Test
    void aClockThatJumpsAYearAheadDeletesNothing() {
        try (Spool spool = open(days(2))) {
            RecordingClosed kept = clips.keep(spool);

            clock.jumps(Duration.ofDays(365));
            spool.upkeep();
            RecordingClosed next = clips.keep(spool);

            assertThat(spool.find(kept.recording())).isPresent();
            assertThat(spool.find(next.recording())).isPresent();
        }
    }

    @Test
    void aClockThatJumpedBeforeTheStartCostsOneDayAtMost() {
        RecordingClosed first;
        try (Spool spool = open(days(3))) {
            first = clips.keep(spool);
        }
        clock.jumps(Duration.ofDays(365));
        for (int start = 0; start < 4; start++) {
            try (Spool spool = open(days(3))) {
                spool.upkeep();
                assertThat(spool.find(first.recording())).isPresent();
            }
        }
    }

    @Test
    void aClockThatJumpsBackMakesNothingYounger() {
        try (Spool spool = open(days(2))) {
            RecordingClosed old = clips.keep(spool);
            clock.jumps(Duration.ofDays(-365));
            clock.runs(Duration.ofHours(49));
            spool.upkeep();

            assertThat(spool.find(old.recording())).isEmpty();
        }
        try (Spool spool = open(days(2))) {
            RecordingClosed next = clips.keep(spool);
            clock.jumps(Duration.ofHours(-1));
            spool.upkeep();
            assertThat(spool.find(next.recording())).isPresent();
        }
    }

    @Test
    void pausesAreCountedSoThatAnAgentOffAtNightForgetsToo() {
        RecordingClosed old;
        try (Spool spool = open(days(2))) {
            old = clips.keep(spool);
        }
        for (int night = 0; night < 3; night++) {
            clock.jumps(Duration.ofHours(20));
            open(days(2)).close();
        }
        try (Spool spool = open(days(2))) {
            assertThat(spool.find(old.recording())).isEmpty();
        }
    }

    @Test
    void forOthersGoesWhatTheVaultHas() {
        try (Spool spool = open(new SpoolBudget(PLENTY, Duration.ZERO, 1000))) {
            RecordingClosed oldest = clips.keep(spool);
            RecordingClosed stored = clips.keep(spool);
            spool.stored(stored.recording());

            free.set(999);
            spool.upkeep();

            assertThat(spool.find(stored.recording())).isEmpty();
            assertThat(spool.find(oldest.recording())).isPresent();
            assertThat(spool.givenUp()).containsExactly(new GivenUp(Reason.FREE_SPACE, true, 1, stored.bytes()));
        }
    }

    @Test
    void forOthersWhatWasNeverStoredGoesOnlyAsMuchAsIsNew() {
        try (Spool spool = open(new SpoolBudget(PLENTY, Duration.ZERO, 1000))) {
            RecordingClosed first = clips.keep(spool);
            RecordingClosed second = clips.keep(spool);

            free.set(0);
            spool.upkeep();
            assertThat(spool.find(first.recording())).isPresent();

            RecordingClosed third = clips.keep(spool);
            assertThat(spool.find(first.recording())).isEmpty();
            assertThat(spool.find(second.recording())).isPresent();
            assertThat(spool.find(third.recording())).isPresent();
        }
    }

    @Test
    void forOthersTheNewestNeverGoes() {
        free.set(0);
        try (Spool spool = open(new SpoolBudget(PLENTY, Duration.ZERO, 1000))) {
            RecordingClosed only = clips.keep(spool);

            assertThat(spool.find(only.recording())).isPresent();
        }
    }

    /** Two days of a link that is down, on a disk for ten recordings. */
    @Test
    void ofABacklogLargerThanTheDiskTheOldestGoAndEachIsCountedAndTold() {
        long one;
        try (Spool spool = open(SpoolBudget.of(PLENTY))) {
            one = clips.keep(spool).bytes();
        }
        Set<RecordingId> made = new HashSet<>();
        List<RecordingId> order = new ArrayList<>();
        try (Spool spool = open(SpoolBudget.of(10 * one))) {
            made.add(((RecordingClosed) Spools.told(spool).getFirst()).recording());
            order.addAll(made);
            for (int hour = 0; hour < 48; hour++) {
                clock.runs(Duration.ofHours(1));
                RecordingId id = clips.keep(spool).recording();
                made.add(id);
                order.add(id);
            }
        }
        try (Spool spool = open(SpoolBudget.of(10 * one))) {
            List<RecordingId> told =
                    Spools.gone(spool).stream().map(RecordingGone::recording).toList();
            long counted =
                    spool.givenUp().stream().mapToLong(GivenUp::recordings).sum();

            assertThat(told).isEqualTo(order.subList(0, 39));
            assertThat(counted).isEqualTo(told.size());
            assertThat(made).filteredOn(id -> spool.find(id).isPresent()).hasSize(10);
        }
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }

    @Test
    void aMissingFileAndAWishToDeleteAreCountedApart() throws Exception {
        RecordingClosed lost;
        RecordingClosed unwanted;
        try (Spool spool = open(SpoolBudget.of(PLENTY))) {
            lost = clips.keep(spool);
            unwanted = clips.keep(spool);
            spool.remove(unwanted.recording(), "somebody said so");
            Files.delete(spool.find(lost.recording()).orElseThrow().file());
        }
        try (Spool spool = open(SpoolBudget.of(PLENTY))) {
            assertThat(spool.givenUp())
                    .containsExactlyInAnyOrder(
                            new GivenUp(Reason.ASKED, false, 1, unwanted.bytes()),
                            new GivenUp(Reason.FILE_MISSING, false, 1, lost.bytes()));
        }
    }

    /** The label of each hour as clocks are put back and forth, jump by an hour, and fall back a year. */
    @Test
    void orderAndIdsDoNotFollowTheClock() {
        List<RecordingId> order = new ArrayList<>();
        long[] jumps = {0, 60, -60, 0, -525_600, 525_600, 60, -120};
        try (Spool spool = open(SpoolBudget.of(PLENTY))) {
            for (long minutes : jumps) {
                clock.jumps(Duration.ofMinutes(minutes));
                Instant label = clock.instant();
                OpenRecording open = spool.begin(clips.draft(label));
                clips.parts().forEach(open::append);
                clock.jumps(Duration.ofHours(-1)); // in the midst of it
                RecordingClosed closed = open.close(Duration.ofSeconds(2), Optional.empty());
                assertThat(closed.startedAt()).isEqualTo(label);
                assertThat(closed.durationMs()).isEqualTo(2000);
                order.add(closed.recording());
            }
            assertThat(order).doesNotHaveDuplicates();
            while (spool.giveUpForWrite()) {
                // all of them, in order
            }
            assertThat(Spools.gone(spool)).extracting(RecordingGone::recording).isEqualTo(order);
        }
        assertThat(SpoolInspection.of(home, Depth.NAMES)).isEmpty();
    }
}
