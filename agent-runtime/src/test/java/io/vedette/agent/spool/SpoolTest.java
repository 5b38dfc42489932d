package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.agent.fmp4.ClipFragments;
import io.vedette.agent.fmp4.MediaFragment;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.EventBody.RecordingGone;
import io.vedette.contracts.link.FromAgent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path home;

    private ClipFragments clip;

    @BeforeEach
    void clip() throws IOException {
        clip = ClipFragments.ofGlimpse(20);
    }

    private OpenRecording begin(Spool spool) {
        OpenRecording open = spool.begin(new RecordingDraft(
                RecordingId.fresh(), CLOCK.instant(), clip.init().mime(), 1280, 720, Delivery.ON_DEMAND));
        open.append(clip.init().bytes());
        clip.fragments().stream().map(MediaFragment::bytes).forEach(open::append);
        return open;
    }

    private RecordingClosed keep(Spool spool) {
        return begin(spool).close(Duration.ofSeconds(2), Optional.empty());
    }

    private static List<EventBody> told(Spool spool) {
        return spool.outbox().pending(0, 100).stream()
                .map(FromAgent.Event::body)
                .toList();
    }

    @Test
    void aClosedRecordingIsFoundWithItsSizeAndHash() throws Exception {
        try (Spool spool = Spool.open(home, CLOCK)) {
            RecordingClosed closed = keep(spool);

            KeptRecording kept = spool.find(closed.recording()).orElseThrow();

            assertThat(Files.size(kept.file())).isEqualTo(kept.bytes()).isEqualTo(closed.bytes());
            assertThat(Recovery.hash(kept.file())).isEqualTo(kept.sha256()).isEqualTo(closed.sha256());
            assertThat(told(spool)).containsExactly(closed);
            assertThat(spool.use().bytes()).isEqualTo(closed.bytes());
        }
    }

    @Test
    void anOpenRecordingIsToldToNobody() {
        try (Spool spool = Spool.open(home, CLOCK)) {
            OpenRecording open = begin(spool);

            assertThat(spool.find(open.id())).isEmpty();
            assertThat(told(spool)).isEmpty();
        }
    }

    @Test
    void aRowWhoseFileVanishedIsToldToTheHubAtTheNextStart() throws Exception {
        RecordingClosed closed;
        try (Spool spool = Spool.open(home, CLOCK)) {
            closed = keep(spool);
            Files.delete(spool.find(closed.recording()).orElseThrow().file());
        }
        assertThat(SpoolInspection.of(home, Depth.NAMES)).hasSize(1);

        try (Spool spool = Spool.open(home, CLOCK)) {
            assertThat(told(spool).getLast()).isInstanceOf(RecordingGone.class);
            assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
        }
    }

    @Test
    void aFileThatLostItsRowGetsItBackAsAWholeOne() throws Exception {
        RecordingId id = RecordingId.fresh();
        try (Spool spool = Spool.open(home, CLOCK)) {
            RecordingClosed other = keep(spool);
            Files.copy(
                    spool.find(other.recording()).orElseThrow().file(),
                    spool.folders().closed(id));
        }

        try (Spool spool = Spool.open(home, CLOCK)) {
            RecordingClosed adopted = (RecordingClosed) told(spool).getLast();

            assertThat(adopted.recording()).isEqualTo(id);
            assertThat(adopted.cut()).isFalse();
            assertThat(adopted.durationMs()).isEqualTo(2000);
        }
    }

    @Test
    void whatTheVaultHasGoesFirstThenTheOldestAndEachIsTold() {
        long one;
        try (Spool spool = Spool.open(home, CLOCK)) {
            one = keep(spool).bytes();
        }
        try (Spool spool = Spool.open(home, CLOCK, 3 * one)) {
            RecordingClosed oldest = (RecordingClosed) told(spool).getFirst();
            keep(spool);
            RecordingClosed third = keep(spool);
            spool.stored(third.recording());

            RecordingClosed fourth = keep(spool);
            assertThat(spool.find(third.recording())).isEmpty();
            assertThat(spool.find(oldest.recording())).isPresent();

            keep(spool);
            assertThat(spool.find(oldest.recording())).isEmpty();
            assertThat(spool.find(fourth.recording())).isPresent();
            assertThat(told(spool).stream()
                            .filter(RecordingGone.class::isInstance)
                            .map(body -> ((RecordingGone) body).recording()))
                    .containsExactly(third.recording(), oldest.recording());
            assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
        }
    }

    @Test
    void aFlushThatFailsIsFinalForThatFile() {
        Durability failing = new Durability() {
            @Override
            public void file(FileChannel file) throws IOException {
                throw new IOException("the disk is broken");
            }
        };
        Surroundings broken =
                new Surroundings(CLOCK, System::nanoTime, failing, folder -> Long.MAX_VALUE, Surroundings::javasSha256);
        RecordingId lost;
        try (Spool spool = Spool.open(home, SpoolBudget.of(Long.MAX_VALUE), broken, false)) {
            OpenRecording open = begin(spool);
            lost = open.id();

            assertThatThrownBy(() -> open.close(Duration.ofSeconds(2), Optional.empty()))
                    .isInstanceOf(SpoolFault.class);
            assertThat(told(spool)).isEmpty();
        }
        try (Spool spool = Spool.open(home, CLOCK)) {
            assertThat(spool.find(lost)).isEmpty();
            assertThat(SpoolInspection.of(home, Depth.HASHES)).singleElement().satisfies(finding -> {
                assertThat(finding.broken()).isEqualTo(Invariant.E6);
                assertThat(finding.sentence()).contains(lost + ".bad");
            });
        }
    }

    @Test
    void twoAgentsCannotHaveOneHome() {
        try (Spool spool = Spool.open(home, CLOCK)) {
            assertThatThrownBy(() -> Spool.open(home, CLOCK)).hasMessageContaining("another agent");
            assertThat(spool.outbox().lastSeq()).isZero();
        }
    }

    @Test
    void aChangedByteIsFoundByALookAtTheContentOnly() throws Exception {
        try (Spool spool = Spool.open(home, CLOCK)) {
            RecordingClosed closed = keep(spool);
            Path file = spool.find(closed.recording()).orElseThrow().file();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);

            assertThat(SpoolInspection.of(home, Depth.NAMES)).isEmpty();
            assertThat(SpoolInspection.of(home, Depth.HASHES)).singleElement().satisfies(finding -> {
                assertThat(finding.broken()).isEqualTo(Invariant.E1);
                assertThat(finding.sentence()).contains("content");
            });
        }
    }
}
