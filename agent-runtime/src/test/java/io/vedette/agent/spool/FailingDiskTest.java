package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A disk that answers a flush with an I/O error, in a real process under strace. */
class FailingDiskTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");

    @TempDir
    Path home;

    /** The flush of a recording, of the folder, of the index; which number is which depends on what the writer draws. */
    static List<Integer> flushes() {
        return Boolean.getBoolean("vedette.drill")
                ? java.util.stream.IntStream.rangeClosed(1, 60).boxed().toList()
                : List.of(9, 12, 14, 17);
    }

    @ParameterizedTest
    @MethodSource("flushes")
    @Timeout(120)
    void aFlushThatFailedNeverCountsAsDone(int number) throws Exception {
        assumeTrue(Files.isExecutable(STRACE), "strace is not installed: flushes that fail are not tried here");
        WriterHistory history = new WriterHistory();
        List<String> strace = List.of(
                STRACE.toString(),
                "-f",
                "-qq",
                "-e",
                "trace=fsync,fdatasync",
                "-e",
                "inject=fsync,fdatasync:error=EIO:when=" + number,
                "-o",
                home.resolve("strace.txt").toString());
        try (Forked writer = Forked.java(strace, BusyWriter.class, home.toString(), "7")) {
            List<String> said = writer.rest();
            history.heard(said);
            assertThat(said).as("the writer notices").last().isEqualTo("fault .");
        }
        assertThat(Files.readString(home.resolve("strace.txt"))).contains("EIO");

        assertThat(history.contradictions(home)).isEmpty();
        assertThat(SpoolInspection.of(home, Depth.HASHES))
                .allMatch(finding -> finding.sentence().contains("because the disk failed"));
    }
}
