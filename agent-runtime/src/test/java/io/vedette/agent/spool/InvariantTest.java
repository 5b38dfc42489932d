package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sound spool is damaged in every way the list of invariants names; the check finds it and names the invariant. */
class InvariantTest {
    private static final Path PAGE = Path.of("../src/site/markdown/design/recording-lifecycle.md");

    @TempDir
    Path home;

    private SpoolFolders folders;
    private List<RecordingClosed> kept;

    @BeforeEach
    void aSoundSpool() {
        folders = new SpoolFolders(home);
        Clips clips = Clips.small();
        kept = new ArrayList<>();
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            for (int i = 0; i < 3; i++) {
                kept.add(clips.keep(spool));
            }
            spool.keepThumbnail(kept.getFirst().recording(), new byte[] {1});
            spool.stored(kept.getFirst().recording());
        }
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }

    @Test
    void theDesignPageSaysEachInvariantInTheSameWords() throws Exception {
        String page = Files.readString(PAGE).replaceAll("\\s+", " ");

        for (Invariant invariant : Invariant.values()) {
            assertThat(page).contains("* **" + invariant + "** " + invariant.sentence());
        }
    }

    @Test
    void e1AFileThatIsMissingIsSeenByItsName() throws Exception {
        Files.delete(folders.closed(kept.getFirst().recording()));

        finds(Depth.NAMES, Invariant.E1, "has no file");
    }

    @Test
    void e1AFileOfAnotherLengthIsSeenByItsSize() throws Exception {
        Files.write(folders.closed(kept.getFirst().recording()), new byte[1], StandardOpenOption.APPEND);

        assertThat(SpoolInspection.of(home, Depth.NAMES)).isEmpty();
        finds(Depth.SIZES, Invariant.E1, "instead of");
    }

    @Test
    void e1AChangedByteIsSeenByItsHash() throws Exception {
        Path file = folders.closed(kept.getFirst().recording());
        byte[] bytes = Files.readAllBytes(file);
        bytes[100] ^= 1;
        Files.write(file, bytes);

        assertThat(SpoolInspection.of(home, Depth.SIZES)).isEmpty();
        finds(Depth.HASHES, Invariant.E1, "does not have the content");
    }

    @Test
    void e2AFileWithoutARow() throws Exception {
        Files.copy(folders.closed(kept.getFirst().recording()), folders.closed(RecordingId.fresh()));

        finds(Depth.NAMES, Invariant.E2, "has no row");
    }

    @Test
    void e3WhatIsHalfDoneWhileNobodyDoesIt() throws Exception {
        Path part = Files.createFile(folders.open(RecordingId.fresh()));
        finds(Depth.NAMES, Invariant.E3, "left by a crash");

        Files.delete(part);
        Spools.change(
                home,
                "insert into draft values ('" + RecordingId.fresh()
                        + "', '2026-11-20T12:00:00Z', 'video/mp4', 1, 1, 'AT_ONCE')");
        finds(Depth.NAMES, Invariant.E3, "draft");

        Spools.change(home, "delete from draft", "update recording set state = 'GONE' where number = 2");
        finds(Depth.NAMES, Invariant.E3, "deleted by half");
    }

    @Test
    void e3TwoGrowingFilesBesideALivingAgent() throws Exception {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            Files.createFile(spool.folders().open(RecordingId.fresh()));
            assertThat(SpoolInspection.of(home, Depth.NAMES)).isEmpty();

            Files.createFile(spool.folders().open(RecordingId.fresh()));
            finds(Depth.NAMES, Invariant.E3, "beside another");
        }
    }

    @Test
    void e4ARowWithoutItsEvent() throws Exception {
        Spools.change(
                home,
                "delete from outbox where seq = 3",
                "update mark set value = 2, seal = null where name = 'last_seq'");

        finds(Depth.NAMES, Invariant.E4, "has a row and no event");
    }

    @Test
    void e4AnEventWithoutItsRow() throws Exception {
        Spools.change(home, "delete from recording where number = 3");
        Files.delete(folders.closed(kept.getLast().recording()));

        finds(Depth.NAMES, Invariant.E4, "which has no row");
    }

    @Test
    void e5AHoleInTheNumbers() throws Exception {
        Spools.change(home, "delete from recording where number = 2", "delete from outbox where seq = 2");
        Files.delete(folders.closed(kept.get(1).recording()));

        finds(Depth.NAMES, Invariant.E5, "has a hole");
    }

    @Test
    void e6WhatIsNotTheSpools() throws Exception {
        Path stranger = Files.createFile(folders.recordings().resolve("notes.txt"));
        finds(Depth.NAMES, Invariant.E6, "notes.txt");

        Files.delete(stranger);
        Path orphan = Files.createFile(folders.thumbnail(RecordingId.fresh()));
        finds(Depth.NAMES, Invariant.E6, "belongs to no recording");

        Files.delete(orphan);
        Path bad = Files.createFile(folders.bad(RecordingId.fresh()));
        finds(Depth.NAMES, Invariant.E6, "put aside");

        Files.delete(bad);
        Files.createFile(folders.root().resolve("index.db.damaged-1"));
        finds(Depth.NAMES, Invariant.E6, "damaged-1");
    }

    @Test
    void e7ThreePlacesThatDisagree() throws Exception {
        Witness witness = Witness.in(home).orElseThrow();
        new Witness(witness.spool(), witness.opened() + 1).keepIn(home);

        finds(Depth.NAMES, Invariant.E7, "at its opening 2");
    }

    @Test
    void e8ADigitThatBecameAnother() throws Exception {
        Spools.change(home, "update recording set bytes = bytes + 1 where number = 2");
        finds(Depth.NAMES, Invariant.E8, "has changed");

        Spools.change(home, "update recording set bytes = bytes - 1 where number = 2");
        Spools.change(
                home,
                "update mark set value = 1 where name = 'lived_s'",
                "update mark set seal = 1 where name = 'lived_s'");
        finds(Depth.NAMES, Invariant.E8, "lived_s");
    }

    @Test
    void e8APageThatMakesNoSense() throws Exception {
        byte[] bytes = Files.readAllBytes(folders.index());
        bytes[0] = 'X';
        Files.write(folders.index(), bytes);

        finds(Depth.NAMES, Invariant.E8, "damaged");
    }

    private void finds(Depth depth, Invariant broken, String words) {
        assertThat(SpoolInspection.of(home, depth)).singleElement().satisfies(finding -> {
            assertThat(finding.broken()).isEqualTo(broken);
            assertThat(finding.sentence()).contains(words);
        });
    }
}
