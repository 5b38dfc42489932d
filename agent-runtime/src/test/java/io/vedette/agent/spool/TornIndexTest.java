package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import io.vedette.contracts.link.EventBody.RecordingGone;
import io.vedette.contracts.link.FromAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The index torn and flipped at many places: the agent starts, every recording is there with its content, and the numbers
 * of events do not go back. With {@code -Pdrill} at every byte instead of some, or at every n-th: {@code -Dvedette.stride=n},
 * or from one on: {@code -Dvedette.from=n}.
 */
class TornIndexTest {
    private static final boolean ALL = Boolean.getBoolean("vedette.drill");
    private static final int STRIDE = Integer.getInteger("vedette.stride", 1);
    private static final int FROM = Integer.getInteger("vedette.from", 0);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path home;

    private SpoolFolders folders;
    private final List<RecordingClosed> kept = new ArrayList<>();
    private byte[] index;
    private byte[] recordingsWitness;
    private byte[] homeWitness;

    @BeforeEach
    void aSpoolWithEverythingInIt() throws IOException {
        folders = new SpoolFolders(home);
        Clips clips = Clips.small();
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            for (int i = 0; i < 4; i++) {
                kept.add(clips.keep(spool));
            }
            spool.outbox().append(new EventBody.CameraLost("unplugged"), NOON);
            spool.stored(kept.getFirst().recording());
            spool.outbox().toSend(0, 2);
            spool.outbox().acknowledged(2);
            spool.remove(kept.removeLast().recording(), "test");
        }
        index = Files.readAllBytes(folders.index());
        recordingsWitness = Files.readAllBytes(folders.recordings().resolve(Witness.FILE));
        homeWitness = Files.readAllBytes(home.resolve(Witness.FILE));
    }

    @Test
    void aTornIndexIsMadeAnewFromTheFiles() throws Exception {
        int step = ALL ? Math.max(64, STRIDE) : 4096;
        List<Integer> lengths = new ArrayList<>();
        for (int length = 0; length < index.length; length += step) {
            lengths.add(length);
            lengths.add(length + 1);
        }
        lengths.add(index.length - 1);
        for (int length : lengths) {
            startsWith(Arrays.copyOf(index, length), "cut after " + length + " bytes");
        }
    }

    @Test
    void aFlippedBitLosesNoRecordingWhereverItIs() throws Exception {
        Random place = new Random(4);
        int end = ALL ? index.length : 100; // of the header each byte; beyond it in the drill
        for (int at = ALL ? FROM : 0; at < end; at += ALL ? STRIDE : 1) {
            byte[] flipped = index.clone();
            flipped[at] ^= (byte) (1 << place.nextInt(8));
            startsWith(flipped, "flipped at " + at);
        }
    }

    /**
     * Found by the drill: a letter of a table's own definition, which only a connection that may write minded; then one in the
     * name of a column, which only whoever asked for that column minded.
     */
    @Test
    void aFlippedLetterInTheDefinitionOfATableLosesNoRecording() throws Exception {
        index = withoutLeftovers();
        for (String words : List.of(
                "state text not null",
                "recording (state, number",
                "state in ('KEPT'",
                "'GONE'",
                "bytes integer",
                "told integer")) {
            byte[] flipped = index.clone();
            String text = new String(flipped, java.nio.charset.StandardCharsets.ISO_8859_1);
            for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
                for (int letter = at; letter < at + words.length(); letter++) {
                    flipped[letter] ^= 2;
                    startsWith(flipped, "'" + words + "' flipped at " + letter);
                    assertThat(folders.root().resolve("index.db.damaged-1"))
                            .as("'%s' flipped at %d is seen", words, letter)
                            .exists();
                    flipped[letter] ^= 2;
                }
            }
        }
    }

    /** A definition that has grown leaves its old words behind in free space, where a letter more or less is nothing. */
    private byte[] withoutLeftovers() throws Exception {
        try (var c = SpoolIndex.connect(home, folders.index(), SpoolIndex.written());
                var statement = c.createStatement()) {
            c.setAutoCommit(true);
            statement.execute("vacuum");
        }
        return Files.readAllBytes(folders.index());
    }

    /** The log of what is not yet in the index: torn there, rows go back in time, and files do not. */
    @Test
    void aTornOrFlippedLogLosesNoRecording() throws Exception {
        byte[] before;
        byte[] log;
        long last;
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            Clips clips = Clips.small();
            for (int i = 0; i < 3; i++) {
                kept.add(clips.keep(spool));
            }
            last = spool.outbox().toSend(0, 100).getLast().seq();
            before = Files.readAllBytes(folders.index());
            log = Files.readAllBytes(folders.root().resolve("index.db-wal"));
        }
        recordingsWitness = Files.readAllBytes(folders.recordings().resolve(Witness.FILE));
        homeWitness = Files.readAllBytes(home.resolve(Witness.FILE));
        Random place = new Random(8);
        int step = ALL ? Math.max(32, STRIDE) : 4096 + 24;
        for (int length = 0; length <= log.length; length += step) {
            putBack(before);
            Files.write(folders.root().resolve("index.db-wal"), Arrays.copyOf(log, length));
            startsWithAll("log cut after " + length + " bytes");
            everythingIsToldAboveWhatTheHubHas(last);

            putBack(before);
            byte[] flipped = log.clone();
            flipped[place.nextInt(log.length)] ^= (byte) (1 << place.nextInt(8));
            Files.write(folders.root().resolve("index.db-wal"), flipped);
            startsWithAll("log flipped");
        }
    }

    private void everythingIsToldAboveWhatTheHubHas(long last) {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            spool.outbox().acknowledged(last); // the hub has all that was sent
            RecordingClosed next = Clips.tiny().keep(spool);
            assertThat(spool.outbox().toSend(last, 100))
                    .extracting(FromAgent.Event::body)
                    .contains(next);
        }
        deleteStrangers(); // an index put back later does not know it
    }

    private void deleteStrangers() {
        List<RecordingId> ours = kept.stream().map(RecordingClosed::recording).toList();
        try (var files = Files.list(folders.recordings())) {
            for (Path file : files.toList()) {
                if (SpoolFolders.owner(file).filter(id -> !ours.contains(id)).isPresent()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatCanStillBeReadComesOver() throws Exception {
        Spools.change(home, "update recording set bytes = bytes + 1 where number = 2");
        byte[] damaged = Files.readAllBytes(folders.index());

        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            List<EventBody> told = Spools.told(spool);
            assertThat(told).contains(new EventBody.CameraLost("unplugged"));
            assertThat(told).anyMatch(RecordingGone.class::isInstance);
            // with its label and delivery, which its file does not know
            assertThat(told).contains(kept.getFirst(), kept.getLast());
            assertThat(spool.outbox().cameraIsLost()).isTrue();
            assertThat(spool.givenUp()).hasSize(1);
        }
        assertThat(Spools.ask(home, "select count(*) from recording where state = 'STORED'"))
                .isEqualTo(1);
        assertThat(Files.readAllBytes(folders.root().resolve("index.db.damaged-1")))
                .isEqualTo(damaged);
    }

    /** Found by the drill: the number is under no seal, and the check alone minded that it was another's. */
    @Test
    void aRowWithTheNumberOfAnotherEventIsSeenAsDamaged() throws Exception {
        for (String number : List.of("told + 8", "told - 1", "1000", "0")) {
            putBack(index);
            Spools.change(home, "update recording set told = " + number + " where number = 3");

            startsWithAll("told is " + number);

            assertThat(folders.root().resolve("index.db.damaged-1")).as(number).exists();
        }
    }

    @Test
    void theHubHearsEverythingAfterARebuild() throws Exception {
        Files.write(folders.index(), new byte[0]);

        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            spool.outbox().acknowledged(2); // the hub's welcome: it has two events of the lost index

            assertThat(spool.outbox().toSend(2, 100))
                    .extracting(FromAgent.Event::seq)
                    .containsExactly(3L, 4L, 5L);
            assertThat(Spools.told(spool))
                    .extracting(body -> ((RecordingClosed) body).recording())
                    .containsExactlyInAnyOrderElementsOf(
                            kept.stream().map(RecordingClosed::recording).toList());
        }
        assertThat(SpoolInspection.of(home, Depth.HASHES))
                .extracting(Finding::sentence)
                .containsExactly("The index index.db.damaged-1 was put aside because it was damaged.");
    }

    @Test
    void eachDamagedIndexIsKeptUnderANameOfItsOwn() throws Exception {
        for (int i = 1; i <= 2; i++) {
            Files.write(folders.index(), new byte[i]);
            Spool.open(home, Clock.systemUTC()).close();
        }
        assertThat(folders.root().resolve("index.db.damaged-1")).hasSize(1);
        assertThat(folders.root().resolve("index.db.damaged-2")).hasSize(2);
    }

    private void startsWith(byte[] damaged, String how) throws Exception {
        putBack(damaged);
        startsWithAll(how);
    }

    private void startsWithAll(String how) {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            for (RecordingClosed one : kept) {
                assertThat(spool.find(one.recording()))
                        .as("%s: recording %s", how, one.recording())
                        .hasValueSatisfying(found -> assertThat(found.sha256()).isEqualTo(one.sha256()));
            }
            List<FromAgent.Event> events = spool.outbox().pending(0, 1000);
            if (!events.isEmpty()) {
                assertThat(events)
                        .as(how)
                        .extracting(FromAgent.Event::seq)
                        .containsExactlyElementsOf(LongStream.rangeClosed(
                                        events.getFirst().seq(), spool.outbox().lastSeq())
                                .boxed()
                                .toList());
            }
        } catch (SpoolFault e) {
            throw new AssertionError(how, e);
        }
        assertThat(SpoolInspection.of(home, Depth.SIZES))
                .as(how)
                .allMatch(finding -> finding.sentence().contains("put aside because it was damaged"));
    }

    /** As it was, with this index, and without what earlier rounds put aside. */
    private void putBack(byte[] damaged) throws IOException {
        try (var files = Files.list(folders.root())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("index.db"))
                    .toList()) {
                Files.delete(file);
            }
        }
        Files.write(folders.index(), damaged);
        Files.write(folders.recordings().resolve(Witness.FILE), recordingsWitness);
        Files.write(home.resolve(Witness.FILE), homeWitness);
    }
}
