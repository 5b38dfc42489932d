package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeSqliteTest {
    @TempDir
    Path home;

    /** Found by cutting the power in an agent's first minute: the name was there, the content was not, for ever. */
    @Test
    void aLibraryThatAPowerCutLeftEmptyIsUnpackedAgain() throws Exception {
        Path library = NativeSqlite.unpackedBelow(home).orElseThrow();
        byte[] whole = Files.readAllBytes(library);
        Files.write(library, new byte[0]);

        assertThat(NativeSqlite.unpackedBelow(home)).contains(library);

        assertThat(library).hasBinaryContent(whole);
    }

    @Test
    void aWholeOneIsLeftAlone() throws Exception {
        Path library = NativeSqlite.unpackedBelow(home).orElseThrow();
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(library, old);

        assertThat(NativeSqlite.unpackedBelow(home)).contains(library);

        assertThat(Files.getLastModifiedTime(library)).isEqualTo(old);
    }
}
