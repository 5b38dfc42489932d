package io.vedette.vault.filesystem;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.BlobStoreFault.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
    @Test
    void aFullDiskIsAQuota() {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();

        Throwable said = catchThrowable(() -> {
            try (OutputStream out = Files.newOutputStream(full)) {
                out.write(1);
            }
        });

        assertThat(said).isInstanceOf(IOException.class);
        assertThat(Faults.of("cannot", said).kind()).isEqualTo(Kind.QUOTA);
    }

    @Test
    void aDiskWithoutTheRoomIsAQuotaInWhateverLanguageItSaysSo(@TempDir Path folder) throws IOException {
        assumeThat(Files.getFileStore(folder).getUsableSpace()).isGreaterThan(1L << 20);
        var said = new IOException("Auf dem Gerät ist kein Speicherplatz mehr verfügbar");

        assertThat(Faults.writing("cannot", said, folder, Long.MAX_VALUE).kind())
                .isEqualTo(Kind.QUOTA);
        assertThat(Faults.writing("cannot", said, folder, 1).kind()).isEqualTo(Kind.BROKEN);
        assertThat(Faults.writing("cannot", new AccessDeniedException("vault"), folder, Long.MAX_VALUE)
                        .kind())
                .isEqualTo(Kind.REFUSED);
        assertThat(Faults.writing("cannot", said, folder.resolve("gone"), Long.MAX_VALUE)
                        .kind())
                .as("the disk tells nothing")
                .isEqualTo(Kind.BROKEN);
    }

    @Test
    void aFolderThatMayNotBeWrittenToIsRefused() {
        assertThat(Faults.of("cannot", new AccessDeniedException("vault")).kind())
                .isEqualTo(Kind.REFUSED);
        assertThat(Faults.of("cannot", new FileSystemException("vault", null, "Read-only file system"))
                        .kind())
                .isEqualTo(Kind.REFUSED);
    }

    @Test
    void anythingElseIsBroken() {
        assertThat(Faults.of("cannot", new IOException("Input/output error")).kind())
                .isEqualTo(Kind.BROKEN);
    }

    @Test
    void aFolderThatIsGoneIsAbsent(@TempDir Path temp) throws IOException {
        FileSystemBlobStore store = FileSystemBlobStore.open(temp.resolve("vault"), Clock.systemUTC());
        Files.delete(temp.resolve("vault/.incoming"));
        Files.delete(temp.resolve("vault"));
        Path file = Files.write(temp.resolve("clip"), bytes(10));

        assertThatThrownBy(() -> store.put(fresh(), body(bytes(10)), spec(bytes(10))))
                .isInstanceOfSatisfying(
                        BlobStoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.ABSENT));
        assertThatThrownBy(() -> store.put(fresh(), file, spec(bytes(10))))
                .isInstanceOfSatisfying(
                        BlobStoreFault.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.ABSENT));
    }
}
