package io.vedette.vault.contract;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public interface AdoptBlobContract {
    BlobStore testee();

    @Test
    default void anAdoptedFileIsABlobAndNoLongerAFile(@TempDir Path elsewhere) throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(90_000);
        Path file = Files.write(elsewhere.resolve("part"), content);

        testee().adopt(key, file, spec(content));

        assertThat(testee().verify(key).sha256()).isEqualTo(Sha256.of(content));
        assertThat(file).doesNotExist();
    }

    @Test
    default void aFileWithAnotherHashIsNotAdoptedAndStays(@TempDir Path elsewhere) throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        Path file = Files.write(elsewhere.resolve("part"), content);
        BlobSpec wrong = new BlobSpec(1000, Sha256.of(bytes(10)), BlobSpec.MP4);

        assertThatThrownBy(() -> testee().adopt(key, file, wrong)).isInstanceOf(BlobCorrupt.class);
        assertThat(testee().find(key)).isEmpty();
        assertThat(file).hasBinaryContent(content);
    }

    @Test
    default void whatIsStoredAlreadyIsAdoptedAgain(@TempDir Path elsewhere) throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        testee().put(key, body(content), spec(content));
        Path file = Files.write(elsewhere.resolve("part"), content);

        testee().adopt(key, file, spec(content));

        assertThat(file).doesNotExist();
        assertThat(testee().verify(key).bytes()).isEqualTo(1000);
    }

    @Test
    default void aFileThatIsNotThereCannotBeAdopted(@TempDir Path elsewhere) {
        byte[] content = bytes(1000);

        assertThatThrownBy(() -> testee().adopt(fresh(), elsewhere.resolve("none"), spec(content)))
                .isInstanceOf(IOException.class);
    }
}
