package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code kill -9} at random moments, again and again on one spool: 100 times, with {@code -Pdrill} 1,000 times. */
@Execution(ExecutionMode.CONCURRENT)
class KillLoopTest {
    private static final int KILLS = Boolean.getBoolean("vedette.drill") ? 1000 : 100;
    private static final int MOST_WORDS = 20;
    /** Beside tests before cameras, which cannot wait. */
    private static final List<String> POLITELY = List.of("nice", "-n", "19");

    @TempDir
    Path home;

    @Test
    @Timeout(3600)
    void whatWasSaidToBeDoneIsDoneAfterEachKill() throws Exception {
        long seed = System.nanoTime();
        Random moment = new Random(seed);
        WriterHistory history = new WriterHistory();
        for (int kill = 0; kill < KILLS; kill++) {
            try (Forked writer =
                    Forked.java(POLITELY, BusyWriter.class, home.toString(), String.valueOf(moment.nextLong()))) {
                List<String> said = new ArrayList<>();
                writer.line().ifPresent(said::add); // ready
                // now and then while it still mends what the last kill left; else after so many of its deeds, however
                // slow it is
                boolean early = moment.nextInt(5) == 0;
                for (int words = early ? 0 : 1 + moment.nextInt(MOST_WORDS); words > 0; words--) {
                    writer.line().ifPresent(said::add);
                }
                said.addAll(writer.killAfter(moment.nextInt(early ? 150 : 30)));
                history.heard(said);
            }
            history.agreesWith(home, "kill " + kill + " of seed " + seed);
        }
        assertThat(history.closed()).as("the kills hit somebody at work").isGreaterThan(KILLS / 2);
        System.out.printf(
                "kill loop: seed %d, %d kills, %d recordings closed, lost 0%n", seed, KILLS, history.closed());
    }

    @Test
    @Timeout(120)
    void aWriterWhoseTestIsGoneEnds() throws Exception {
        try (Forked writer = Forked.java(BusyWriter.class, home.toString(), "1")) {
            assertThat(writer.line()).contains("ready .");

            assertThat(writer.endsUnheard()).isTrue();
        }
    }
}
