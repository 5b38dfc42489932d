package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real file systems without inodes, read-only in the midst of it, or full before the agent starts. */
@Timeout(120)
class SickDiskTest {
    @TempDir
    Path home;

    private final Clips clips = Clips.small();

    @Test
    void withoutInodesTheOldestGoAndRecordingGoesOn() throws Exception {
        try (SmallDisk disk = SmallDisk.tmpfs(home.resolve("spool"), "size=64m,nr_inodes=40")) {
            List<RecordingClosed> made = new ArrayList<>();
            try (Spool spool = Spool.open(home, Clock.systemUTC())) {
                for (int i = 0; i < 60; i++) {
                    made.add(clips.keep(spool));
                }
                assertThat(spool.find(made.getLast().recording())).isPresent();
                assertThat(Spools.gone(spool)).isNotEmpty();
                assertThat(spool.givenUp().stream()
                                .mapToLong(GivenUp::recordings)
                                .sum())
                        .isEqualTo(Spools.gone(spool).size());
            }
            assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
        }
    }

    @Test
    void aDiskThatTurnsReadOnlyCostsNothingThatWasClosed() throws Exception {
        Path image = home.resolve("disk.img");
        RecordingClosed before;
        try (SmallDisk disk = SmallDisk.ext4(image, 48, home.resolve("spool"))) {
            try (Spool spool = Spool.open(home, Clock.systemUTC())) {
                before = clips.keep(spool);
            }
            try (Spool spool = Spool.open(home, Clock.systemUTC())) {
                breakDown(home.resolve("spool"));

                assertThatThrownBy(() -> clips.keep(spool)).isInstanceOf(SpoolFault.class);
                assertThat(spool.find(before.recording())).isPresent();
            }
            assertThatThrownBy(() -> Spool.open(home, Clock.systemUTC())).isInstanceOf(SpoolFault.class);
        }
        int mended = SmallDisk.exit("e2fsck", "-fy", image.toString());
        assertThat(mended).as("0 clean, 1 mended").isLessThanOrEqualTo(1);
        try (SmallDisk disk = SmallDisk.mount(image, home.resolve("spool"))) {
            try (Spool spool = Spool.open(home, Clock.systemUTC())) {
                assertThat(spool.find(before.recording())).isPresent();
                clips.keep(spool);
            }
            assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
        }
    }

    @Test
    void anAgentStartsOnADiskThatSomebodyElseFilledToTheLastByte() throws Exception {
        try (SmallDisk disk = SmallDisk.tmpfs(home.resolve("spool"), "size=24m")) {
            RecordingClosed last;
            try (Spool spool = Spool.open(home, Clock.systemUTC())) {
                for (int i = 0; i < 5; i++) {
                    clips.keep(spool);
                }
                last = clips.keep(spool);
            }
            Files.deleteIfExists(home.resolve("spool/reserve"));
            fill(home.resolve("spool/ballast"));

            try (Spool spool = Spool.open(home, Clock.systemUTC())) {
                assertThat(spool.find(last.recording())).isPresent();
                clips.keep(spool);
            }
            assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
        }
    }

    /** The kernel's own way to rehearse an error of the file system. */
    private static void breakDown(Path folder) throws Exception {
        String device = Files.getFileStore(folder).name();
        Path trigger = Path.of("/sys/fs/ext4", Path.of(device).getFileName().toString(), "trigger_fs_error");
        assumeTrue(Files.isWritable(trigger), "this kernel cannot rehearse errors of ext4");
        Files.writeString(trigger, "1");
    }

    private static void fill(Path ballast) throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space");
        }
    }
}
