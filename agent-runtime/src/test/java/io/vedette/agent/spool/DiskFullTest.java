package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DiskFullTest {
    private static final Path FOLDER = Path.of("x");

    @Test
    void aDiskWithoutRoomIsFullInWhateverWords() {
        assertThat(DiskFull.is(new IOException("No space left on device"), FOLDER, folder -> 1 << 30))
                .isTrue();
        assertThat(DiskFull.is(new FileSystemException("x", null, "Disk quota exceeded"), FOLDER, folder -> 1 << 30))
                .isTrue();
        assertThat(DiskFull.is(new IOException("Kein Platz"), FOLDER, folder -> 4096))
                .isTrue();
    }

    @Test
    void aBrokenDiskWithRoomIsNotFull() {
        assertThat(DiskFull.is(new IOException("Input/output error"), FOLDER, folder -> 1 << 30))
                .isFalse();
        assertThat(DiskFull.is(new IOException("Read-only file system"), FOLDER, folder -> {
                    throw new IOException("not even that");
                }))
                .isFalse();
    }
}
