package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexUpgradeTest {
    @TempDir
    Path home;

    private SpoolFolders folders;
    private RecordingClosed kept;

    /** A spool as the first version left it: no witnesses, and an index without the second version's columns. */
    @BeforeEach
    void aSpoolOfTheFirstVersion() throws Exception {
        folders = new SpoolFolders(home);
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            kept = Clips.small().keep(spool);
        }
        Path first = home.resolve("first.db");
        try (var c = SpoolIndex.connect(home, first, SpoolIndex.written());
                Statement statement = c.createStatement()) {
            for (String sql : SpoolSchema.between(0, 1)) {
                statement.execute(sql);
            }
            c.commit();
            c.setAutoCommit(true);
            statement.execute("attach '" + folders.index() + "' as now");
            statement.execute("insert into recording select number, id, started_at, duration_ms, bytes, sha256, mime,"
                    + " width, height, delivery, cut, state from now.recording");
            statement.execute("insert into outbox select seq, id, at, body from now.outbox");
            statement.execute("update mark set value = 1 where name = 'last_seq'");
        }
        Files.move(first, folders.index(), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(home.resolve(Witness.FILE));
        Files.delete(folders.recordings().resolve(Witness.FILE));
    }

    @Test
    void anOlderIndexIsBroughtUpAndTheOldOneStays() throws Exception {
        byte[] old = Files.readAllBytes(folders.index());

        startsWhole();

        assertThat(Spools.ask(home, "pragma user_version")).isEqualTo(SpoolSchema.VERSION);
        assertThat(folders.root().resolve("index-v1.db")).hasBinaryContent(old);
    }

    @Test
    void whatMayHaveLeftUnderTheOldVersionIsTakenAsSent() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            spool.outbox().acknowledged(1);
            assertThat(spool.outbox().pending(0, 10)).isEmpty();
        }
    }

    @Test
    void deathAtAnyStepLeavesAnIndexThatStarts() throws Exception {
        List<String> steps = new ArrayList<>();
        Path start = Files.copy(folders.index(), home.resolve("start.db"));
        new IndexUpgrade(folders, steps::add).run();
        assertThat(steps).hasSizeGreaterThan(15);

        for (int death = 0; death < steps.size(); death++) {
            aFirstVersionAgain(start);
            try (Forked dying = Forked.java(DyingUpgrade.class, home.toString(), String.valueOf(death))) {
                assertThat(dying.rest())
                        .as("death before: %s", steps.get(death))
                        .isEmpty();
            }
            startsWhole();
        }
    }

    @Test
    void theOldAgentsDataCanBePutBack() throws Exception {
        startsWhole();
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folders.index().resolveSibling("index.db" + part));
        }
        Files.copy(folders.root().resolve("index-v1.db"), folders.index());

        // what the first version asks of it
        assertThat(Spools.ask(home, "select count(*) from recording where state = 'KEPT'"))
                .isEqualTo(1);
        assertThat(Spools.ask(home, "pragma user_version")).isEqualTo(1);
        // and this one does not take an old copy for the newest index without a word
        assertThatThrownBy(() -> Spool.open(home, Clock.systemUTC())).hasMessageContaining("the index is an old copy");
        Spool.adopt(home, Clock.systemUTC());
        startsWhole();
    }

    @Test
    void aNewerIndexIsRefusedAndLeftAlone() throws Exception {
        startsWhole();
        int newer = SpoolSchema.VERSION + 1;
        Spools.change(
                home,
                "update mark set value = " + newer + ", seal = null where name = 'schema'",
                "pragma user_version = " + newer);
        byte[] before = Files.readAllBytes(folders.index());

        assertThatThrownBy(() -> Spool.open(home, Clock.systemUTC()))
                .isInstanceOf(SpoolFault.class)
                .hasMessageContaining("a newer agent wrote the index")
                .hasMessageContaining("version " + newer);

        assertThat(Files.readAllBytes(folders.index())).isEqualTo(before);
        assertThat(SpoolInspection.of(home, Depth.NAMES))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("a newer agent wrote it"));
    }

    private void aFirstVersionAgain(Path start) throws Exception {
        try (var files = Files.list(folders.root())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("index"))
                    .toList()) {
                Files.delete(file);
            }
        }
        Files.copy(start, folders.index());
        Files.deleteIfExists(home.resolve(Witness.FILE));
        Files.deleteIfExists(folders.recordings().resolve(Witness.FILE));
    }

    private void startsWhole() {
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            assertThat(spool.find(kept.recording())).isPresent();
            assertThat(Spools.told(spool)).containsExactly(kept);
        }
        assertThat(SpoolInspection.of(home, Depth.HASHES)).isEmpty();
    }
}
