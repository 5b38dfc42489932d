package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.FromAgent;
import io.vedette.lab.reader.RecordingReader;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Death of the process in the midst of writing, rehearsed with a real process and a real kill. */
class SpoolCrashTest {
    private static final int ROUNDS = 6;

    @TempDir
    Path home;

    @Test
    void whatWasClosedIsThereAndWhatWasOpenIsCutWhereverTheProcessDies() throws Exception {
        Random moment = new Random(11);
        List<RecordingId> closed = new ArrayList<>();
        int cut = 0;
        for (int round = 0; round < ROUNDS; round++) {
            closed.addAll(writeAndKill(2 + moment.nextInt(3), moment.nextInt(60)));

            try (Spool spool = Spool.open(home, Clock.systemUTC())) {
                List<FromAgent.Event> events = spool.outbox().pending(0, 10_000);
                List<RecordingClosed> told = events.stream()
                        .map(event -> (RecordingClosed) event.body())
                        .toList();
                assertThat(events)
                        .extracting(FromAgent.Event::seq)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, events.size()).boxed().toList());
                assertThat(told)
                        .extracting(RecordingClosed::recording)
                        .doesNotHaveDuplicates()
                        .containsAll(closed);
                cut = (int) told.stream().filter(RecordingClosed::cut).count();
                RecordingClosed last = told.getLast();
                Path file = spool.find(last.recording()).orElseThrow().file();
                assertThat(RecordingReader.decode(file).decodeErrors()).isZero();
                assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
            }
        }
        assertThat(cut).as("the kill hits an open recording now and then").isPositive();
    }

    @Test
    void aGrowingFileIsCutAfterItsLastWholeFragmentAndSaysSo() throws Exception {
        writeAndKill(1, 0);
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            RecordingClosed whole =
                    (RecordingClosed) spool.outbox().pending(0, 1).getFirst().body();
            Path growing = spool.folders().open(RecordingId.fresh());
            byte[] bytes = Files.readAllBytes(
                    spool.find(whole.recording()).orElseThrow().file());
            Files.write(growing, java.util.Arrays.copyOf(bytes, bytes.length - 5000));
        }

        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            long last = spool.outbox().lastSeq();
            RecordingClosed cut = (RecordingClosed)
                    spool.outbox().pending(last - 1, 1).getFirst().body();

            assertThat(cut.cut()).isTrue();
            assertThat(cut.durationMs()).isBetween(5_000L, 5_900L);
            assertThat(RecordingReader.decode(
                                    spool.find(cut.recording()).orElseThrow().file())
                            .decodeErrors())
                    .isZero();
            assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
        }
    }

    @Test
    void whatAVaultAcknowledgedIsThereWhereverItDies() throws Exception {
        Random moment = new Random(7);
        for (int round = 0; round < 2; round++) {
            List<String> said = new ArrayList<>();
            try (Forked vault = Forked.java(KeepingWriter.class, home.toString())) {
                for (int i = 0; i < 3; i++) {
                    said.add(vault.line().orElseThrow());
                }
                said.addAll(vault.killAfter(moment.nextInt(60)));
            }

            try (Spool spool = Spool.openVault(home, Clock.systemUTC(), SpoolBudget.of(1 << 30))) {
                Incoming.of(spool);
                for (String line : said) {
                    String[] words = line.split(" ");
                    if (words.length < 3 || words[2].length() < 64) {
                        continue; // it died in the midst of this word
                    }
                    assertThat(spool.find(RecordingId.of(words[1]))
                                    .orElseThrow()
                                    .sha256())
                            .isEqualTo(words[2]);
                }
                assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
            }
        }
    }

    /** Kills so many milliseconds after the process has closed so many recordings; these are the ones returned. */
    private List<RecordingId> writeAndKill(int recordings, int millisLater) throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<RecordingId> closed = new ArrayList<>();
        try (BufferedReader said = writer.inputReader()) {
            while (closed.size() < recordings) {
                closed.add(RecordingId.of(said.readLine()));
            }
            writer.waitFor(millisLater, TimeUnit.MILLISECONDS);
            writer.toHandle().destroyForcibly(); // by its handle, which leaves what it said readable
            // what it closed between our last line and its death counts as well
            said.lines()
                    .filter(line -> line.length() == 36)
                    .map(RecordingId::of)
                    .forEach(closed::add);
        }
        assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return closed;
    }
}
