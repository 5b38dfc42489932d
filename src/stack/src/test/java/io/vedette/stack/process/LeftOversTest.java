package io.vedette.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.stack.state.VarFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOversTest {
    @TempDir
    private Path folder;

    private VarFolder var;
    private Process harmless;

    @BeforeEach
    void startAHarmlessProcess() throws IOException {
        var = new VarFolder(folder);
        harmless = new ProcessBuilder("sleep", "987").start();
    }

    @AfterEach
    void endIt() throws InterruptedException {
        harmless.destroyForcibly();
        assertThat(harmless.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aRecordedProcessThatStillRunsIsEnded() throws InterruptedException {
        record(harmless.toHandle(), "sleep 987").write(var.pids());

        assertThat(LeftOvers.end(var)).containsExactly("harmless");
        assertThat(harmless.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(LeftOvers.end(var)).isEmpty();
    }

    @Test
    void aProcessWithAnotherCommandLineIsLeftAlone() {
        record(harmless.toHandle(), "postgres -D").write(var.pids());

        assertThat(LeftOvers.end(var)).isEmpty();
        assertThat(harmless.isAlive()).isTrue();
    }

    @Test
    void aProcessThatGotAnOldPidAnewIsLeftAlone() {
        PidRecord now = record(harmless.toHandle(), "sleep 987");
        new PidRecord(now.name(), now.pid(), now.startedAt().minus(Duration.ofHours(1)), now.mark()).write(var.pids());

        assertThat(LeftOvers.end(var)).isEmpty();
        assertThat(harmless.isAlive()).isTrue();
    }

    private static PidRecord record(ProcessHandle process, String mark) {
        return PidRecord.of("harmless", process, mark);
    }
}
