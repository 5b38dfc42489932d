package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are swapped, missing or older than they were; a folder that is moved away stands for one that is unmounted. */
class WrongDiskTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private final Clips clips = Clips.small();
    private SpoolFolders folders;
    private RecordingClosed kept;

    @BeforeEach
    void aSpoolInUse() {
        folders = new SpoolFolders(home);
        kept = keepOne(home);
    }

    @Test
    void aSpoolThatIsOpenedAgainAndAgainIsItsOwn() throws Exception {
        for (int i = 0; i < 5; i++) {
            keepOne(home);
        }
        assertThat(SpoolInspection.of(home, Depth.NAMES)).isEmpty();
        assertThat(Witness.in(home)).isEqualTo(Witness.in(folders.recordings()));
    }

    @Test
    void anAgentThatDiedBeforeItsFirstWordStartsAgain() throws Exception {
        Path fresh = elsewhere.resolve("fresh");
        SpoolFolders there = new SpoolFolders(fresh);
        Files.createDirectories(there.root());
        Files.createFile(there.index());

        keepOne(fresh);

        assertThat(SpoolInspection.of(fresh, Depth.NAMES)).isEmpty();
    }

    @Test
    void anEmptyMountPointIsNoNewSpool() throws Exception {
        Files.move(folders.root(), elsewhere.resolve("disk"));

        refuses("this agent has recorded before");
        assertThat(folders.index()).doesNotExist();

        delete(folders.root());
        Files.move(elsewhere.resolve("disk"), folders.root());
        try (Spool spool = Spool.open(home, CLOCK)) {
            assertThat(spool.find(kept.recording())).isPresent();
        }
    }

    @Test
    void aFolderOfRecordingsThatIsNotMountedDeletesNoRows() throws Exception {
        Files.move(folders.recordings(), elsewhere.resolve("disk"));

        refuses("not the one that was there before");

        delete(folders.recordings());
        Files.move(elsewhere.resolve("disk"), folders.recordings());
        try (Spool spool = Spool.open(home, CLOCK)) {
            assertThat(spool.find(kept.recording())).isPresent();
            assertThat(Spools.gone(spool)).isEmpty();
        }
    }

    @Test
    void anIndexThatIsNotMountedIsNotMadeAnewFromTheFiles() throws Exception {
        Files.move(folders.index(), elsewhere.resolve("index.db"));

        refuses("the index is missing while recordings are there");
    }

    @Test
    void recordingsOfAnotherAgentAreNotTakenForOurs() throws Exception {
        Path other = elsewhere.resolve("other");
        keepOne(other);
        Files.move(folders.recordings(), elsewhere.resolve("disk"));
        Files.move(new SpoolFolders(other).recordings(), folders.recordings());

        refuses("belong to another spool than the index");
    }

    @Test
    void theWholeSpoolOfAnotherAgentIsNotTakenForOurs() throws Exception {
        Path other = elsewhere.resolve("other");
        keepOne(other);
        Files.move(folders.root(), elsewhere.resolve("disk"));
        Files.move(new SpoolFolders(other).root(), folders.root());

        refuses("belongs to another agent");
    }

    @Test
    void aSpoolThatHadAnotherHomeIsNotTakenByANewOne() throws Exception {
        Files.move(folders.root(), elsewhere.resolve("disk"));
        Files.delete(home.resolve(Witness.FILE));
        Files.move(elsewhere.resolve("disk"), folders.root());

        refuses("this home has never had a spool");
    }

    @Test
    void anOldCopyOfTheIndexIsNotPutOverNewerRecordings() throws Exception {
        Files.copy(folders.index(), elsewhere.resolve("index.db"));
        keepOne(home);
        keepOne(home);
        Files.delete(folders.index());
        Files.copy(elsewhere.resolve("index.db"), folders.index());

        refuses("the index is older than the recordings");
    }

    @Test
    void anOldCopyOfTheRecordingsIsNotPutUnderANewerIndex() throws Exception {
        copy(folders.recordings(), elsewhere.resolve("recordings"));
        keepOne(home);
        delete(folders.recordings());
        Files.move(elsewhere.resolve("recordings"), folders.recordings());

        refuses("the recordings are older than the index");
    }

    @Test
    void anOldCopyOfTheWholeSpoolIsNotTakenForTheNewestOne() throws Exception {
        copy(folders.root(), elsewhere.resolve("spool"));
        keepOne(home);
        keepOne(home);
        delete(folders.root());
        Files.move(elsewhere.resolve("spool"), folders.root());

        refuses("it is older than this agent");
    }

    @Test
    void aCrashBetweenTheThreeWritesOfAnOpeningIsNoWrongDisk() throws Exception {
        Witness before = Witness.in(home).orElseThrow();
        Witness next = new Witness(before.spool(), before.opened() + 1);
        next.keepIn(home);
        keepOne(home);

        new Witness(before.spool(), next.opened() + 1).keepIn(home);
        new Witness(before.spool(), next.opened() + 1).keepIn(folders.recordings());
        keepOne(home);

        assertThat(SpoolInspection.of(home, Depth.NAMES)).isEmpty();
    }

    @Test
    void aPersonMaySayThatItIsTheRightOneAllTheSame() throws Exception {
        Files.move(folders.index(), elsewhere.resolve("index.db"));
        refuses("the index is missing");

        Spool.adopt(home, CLOCK);

        try (Spool spool = Spool.open(home, CLOCK)) {
            assertThat(spool.find(kept.recording())).isPresent();
            assertThat(Spools.told(spool))
                    .extracting(body -> ((RecordingClosed) body).recording())
                    .containsExactly(kept.recording());
        }
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }

    @Test
    void anAdoptedOldCopyTellsWhatIsMissingAndGoesOn() throws Exception {
        copy(folders.root(), elsewhere.resolve("spool"));
        keepOne(home);
        delete(folders.root());
        Files.move(elsewhere.resolve("spool"), folders.root());
        Files.delete(folders.closed(kept.recording()));

        Spool.adopt(home, CLOCK);

        try (Spool spool = Spool.open(home, CLOCK)) {
            assertThat(Spools.gone(spool))
                    .extracting(gone -> gone.recording())
                    .isEqualTo(List.<RecordingId>of(kept.recording()));
        }
    }

    private void refuses(String words) {
        assertThatThrownBy(() -> Spool.open(home, CLOCK).close())
                .isInstanceOf(SpoolFault.class)
                .hasMessageContaining(words)
                .hasMessageContaining("adopt --home");
    }

    private RecordingClosed keepOne(Path where) {
        try (Spool spool = Spool.open(where, CLOCK)) {
            return clips.keep(spool);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
