package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionMarksKeptTest {
    private static final String GARBLED = "update recording set bytes = bytes + 1 where number = 1";

    @TempDir
    Path home;

    @Test
    void theHubIsToldThemAgainAfterTheIndexWasDamaged() throws Exception {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            Clips.small().keep(spool);
            Clips.small().keep(spool);
        }
        Spools.change(home, GARBLED);

        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            assertThat(Spools.told(spool))
                    .extracting(told -> Optional.ofNullable(((RecordingClosed) told).motion()))
                    .containsExactlyInAnyOrder(Optional.of(Clips.MOVED), Optional.empty()); // that row is not believed
        }
    }

    @Test
    void anIndexFromBeforeThemIsBroughtUpAndItsRowsAreStillBelieved() throws Exception {
        RecordingClosed kept = aSpoolFromBeforeThem();

        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            assertThat(spool.find(kept.recording())).isPresent();
        }

        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
        assertThat(new SpoolFolders(home).root().resolve("index-v2.db")).exists();
    }

    @Test
    void whatIsWholeOfADamagedIndexFromBeforeThemIsSaved() throws Exception {
        RecordingClosed kept = aSpoolFromBeforeThem();
        Spools.change(home, GARBLED);

        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            // its label is in the row alone: a file knows no more than when it was made
            assertThat(Spools.told(spool)).contains(kept);
        }
    }

    /** Two recordings; what is given back is the second. */
    private RecordingClosed aSpoolFromBeforeThem() throws Exception {
        RecordingClosed second;
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            Clips.small().begin(spool).close(Duration.ofSeconds(2), Optional.empty());
            second = Clips.small().begin(spool).close(Duration.ofSeconds(2), Optional.empty());
        }
        Spools.change(
                home,
                "drop index recording_brought",
                "alter table recording drop column brought",
                "alter table recording drop column camera",
                "alter table recording drop column motion",
                "update mark set value = 2, seal = null where name = 'schema'",
                "pragma user_version = 2");
        Files.deleteIfExists(home.resolve(Witness.FILE));
        Files.deleteIfExists(new SpoolFolders(home).recordings().resolve(Witness.FILE));
        return second;
    }
}
