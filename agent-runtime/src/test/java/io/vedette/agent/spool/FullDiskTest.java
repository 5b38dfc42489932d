package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vedette.agent.fmp4.ClipFragments;
import io.vedette.agent.fmp4.MediaFragment;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On a real file system that is really full, filled by somebody else. */
@Timeout(60)
class FullDiskTest {
    private static final int MEGABYTES = 24;

    @TempDir
    Path home;

    private ClipFragments clip;
    private boolean mounted;

    @BeforeEach
    void mount() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "only root may mount a small disk: a full one is not tried here");
        clip = ClipFragments.ofGlimpse(20);
        Files.createDirectory(disk());
        run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk().toString());
        mounted = true;
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", disk().toString());
        }
    }

    @Test
    void whatIsOlderGoesFirstThenRecordingsAreRefusedAndWithRoomItGoesOn() throws Exception {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            List<RecordingClosed> older = List.of(record(spool), record(spool), record(spool));
            fill();

            assertThatThrownBy(() -> {
                        while (true) {
                            var unused = recordAndFill(spool);
                        }
                    })
                    .isInstanceOf(SpoolFault.class);
            assertThat(older).allMatch(one -> spool.find(one.recording()).isEmpty(), "was given up");

            Files.delete(ballast());
            RecordingClosed after = record(spool);
            KeptRecording kept = spool.find(after.recording()).orElseThrow();
            assertThat(Recovery.hash(kept.file())).isEqualTo(after.sha256());
        }
        Spool.open(home, Clock.systemUTC()).close(); // closes what stopped half way
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }

    private RecordingClosed recordAndFill(Spool spool) throws IOException {
        RecordingClosed closed = record(spool);
        fill();
        return closed;
    }

    private RecordingClosed record(Spool spool) {
        OpenRecording open = spool.begin(new RecordingDraft(
                RecordingId.fresh(), Clock.systemUTC().instant(), clip.init().mime(), 1280, 720, Delivery.ON_DEMAND));
        open.append(clip.init().bytes());
        clip.fragments().stream().map(MediaFragment::bytes).forEach(open::append);
        return open.close(Duration.ofSeconds(2), Optional.empty());
    }

    /** Somebody else takes what is left. */
    private void fill() throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(
                ballast(), java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space");
        }
    }

    private Path ballast() {
        return disk().resolve("ballast");
    }

    /** Not the home: SQLite's native part lies there, and the machine holds on to it. */
    private Path disk() {
        return home.resolve("spool");
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(command[0]).isZero();
    }
}
