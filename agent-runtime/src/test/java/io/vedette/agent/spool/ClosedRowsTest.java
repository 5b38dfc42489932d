package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedRowsTest {
    @TempDir
    Path home;

    private final Clips clips = Clips.small();
    private final MovingClock clock = new MovingClock("2026-11-20T12:00:00Z");

    private Spool open() {
        Surroundings around = new Surroundings(
                clock, clock::nanos, Durability.DISK, folder -> Long.MAX_VALUE, Surroundings::javasSha256);
        return Spool.open(home, SpoolBudget.of(Long.MAX_VALUE), around, false);
    }

    @Test
    void recordingsComeInTheOrderOfClosingAndTheWalkGoesOnWhereItStood() {
        try (Spool spool = open()) {
            List<RecordingClosed> closed = List.of(clips.keep(spool), clips.keep(spool), clips.keep(spool));

            List<ClosedRecording> two = spool.closedAfter(0, 2);
            List<ClosedRecording> rest = spool.closedAfter(two.getLast().number(), 2);

            assertThat(two)
                    .extracting(ClosedRecording::id)
                    .containsExactly(closed.get(0).recording(), closed.get(1).recording());
            assertThat(rest)
                    .extracting(ClosedRecording::id)
                    .containsExactly(closed.get(2).recording());
            assertThat(rest.getFirst().sha256()).isEqualTo(closed.get(2).sha256());
            assertThat(rest.getFirst().startedAt()).isEqualTo(closed.get(2).startedAt());
            assertThat(spool.closedAfter(rest.getLast().number(), 2)).isEmpty();
        }
    }

    @Test
    void theirAgeFollowsTheRunningTimeAndNoClockThatJumps() {
        try (Spool spool = open()) {
            clips.keep(spool);
            clock.runs(Duration.ofMinutes(9));
            clock.jumps(Duration.ofDays(365));
            assertThat(spool.closedAfter(0, 1).getFirst().age()).isEqualTo(Duration.ofMinutes(9));
            clock.runs(Duration.ofMinutes(1));
        }

        try (Spool spool = open()) {
            assertThat(spool.closedAfter(0, 1).getFirst().age()).isGreaterThanOrEqualTo(Duration.ofMinutes(9));
        }
    }

    @Test
    void whatTheVaultHasIsToldAndWhatWasGivenUpIsNotThere() {
        try (Spool spool = open()) {
            RecordingClosed stored = clips.keep(spool);
            RecordingClosed removed = clips.keep(spool);
            spool.stored(stored.recording());
            spool.remove(removed.recording(), "test");

            assertThat(spool.closedAfter(0, 10)).singleElement().satisfies(one -> {
                assertThat(one.id()).isEqualTo(stored.recording());
                assertThat(one.stored()).isTrue();
            });
        }
    }
}
