package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A flush that fails at each place where there is one, without a process around it; see {@link FailingDiskTest}. */
class BrokenFlushTest {
    private static final IOException EIO = new IOException("Input/output error");

    @TempDir
    Path home;

    private final Clips clips = Clips.tiny();
    private boolean files;
    private boolean folders;

    private final Durability breaking = new Durability() {
        @Override
        public void file(FileChannel file) throws IOException {
            if (files) {
                throw EIO;
            }
        }

        @Override
        public void folder(Path folder) throws IOException {
            if (folders) {
                throw EIO;
            }
        }
    };

    private Spool open() {
        return Spool.open(
                home,
                SpoolBudget.of(Long.MAX_VALUE),
                new Surroundings(
                        Clock.systemUTC(),
                        System::nanoTime,
                        breaking,
                        folder -> Long.MAX_VALUE,
                        Surroundings::javasSha256),
                false);
    }

    @Test
    void aNameThatIsNotFlushedIsNotAnnounced() {
        RecordingId lost;
        try (Spool spool = open()) {
            OpenRecording recording = clips.begin(spool);
            lost = recording.id();
            folders = true;

            assertThatThrownBy(() -> recording.close(Duration.ofSeconds(2), Optional.empty()))
                    .isInstanceOf(SpoolFault.class);
            assertThat(Spools.told(spool)).isEmpty();

            folders = false;
            clips.keep(spool);
        }
        assertThat(new SpoolFolders(home).bad(lost)).exists();
        try (Spool spool = open()) {
            assertThat(spool.find(lost)).isEmpty();
            assertThat(Spools.told(spool)).hasSize(1);
        }
    }

    @Test
    void aDeletionThatIsNotFlushedIsFinishedAtTheNextStart() {
        RecordingClosed unwanted;
        try (Spool spool = open()) {
            unwanted = clips.keep(spool);
            folders = true;
            assertThatThrownBy(() -> spool.remove(unwanted.recording(), "test")).isInstanceOf(SpoolFault.class);
            assertThat(spool.find(unwanted.recording())).isEmpty();
        }
        assertThat(SpoolInspection.of(home, Depth.NAMES))
                .singleElement()
                .satisfies(finding -> assertThat(finding.broken()).isEqualTo(Invariant.E3));
        folders = false;
        try (Spool spool = open()) {
            assertThat(Spools.gone(spool)).hasSize(1);
        }
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }

    @Test
    void aCrashedRecordingThatCannotBeFlushedAtStartCostsItselfAlone() throws Exception {
        RecordingId crashed = RecordingId.fresh();
        RecordingClosed whole;
        try (Spool spool = open()) {
            whole = clips.keep(spool);
            Files.copy(
                    spool.folders().closed(whole.recording()), spool.folders().open(crashed));
        }
        files = true;
        try (Spool spool = open()) {
            assertThat(spool.find(whole.recording())).isPresent();
            assertThat(spool.find(crashed)).isEmpty();
        }
        assertThat(new SpoolFolders(home).bad(crashed)).exists();
    }
}
