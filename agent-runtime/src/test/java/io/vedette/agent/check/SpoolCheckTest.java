package io.vedette.agent.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.spool.Depth;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.id.RecordingId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolCheckTest {
    @TempDir
    Path home;

    private final List<String> said = new ArrayList<>();

    @Test
    void aSpoolInOrderIsWell() {
        Spool.open(home, Clock.systemUTC()).close();

        assertThat(SpoolCheck.run(home, Depth.HASHES, said::add)).isEqualTo(SpoolCheck.WELL);
        assertThat(said).containsExactly("All is well.");
    }

    @Test
    void whatADeadWriterLeftIsFoundAndWhatALivingOneWritesIsNot() throws Exception {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            Files.createFile(spool.folders().open(RecordingId.fresh()));
            assertThat(SpoolCheck.run(home, Depth.HASHES, said::add)).isEqualTo(SpoolCheck.WELL);
        }

        assertThat(SpoolCheck.run(home, Depth.HASHES, said::add)).isEqualTo(SpoolCheck.FINDINGS);
        assertThat(said).anyMatch(line -> line.contains("left by a crash"));
    }

    @Test
    void aHomeWithoutASpoolIsNotWell() {
        assertThat(SpoolCheck.run(home, Depth.HASHES, said::add)).isEqualTo(SpoolCheck.FINDINGS);
    }
}
