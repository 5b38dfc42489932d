package io.vedette.vault.contract;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.breakingAfter;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Around the 8 MiB at which providers that send parts begin to. */
public interface BigBlobContract {
    int PART = 8 << 20;

    BlobStore testee();

    @ParameterizedTest
    @ValueSource(ints = {1, PART - 1, PART, PART + 1, 2 * PART})
    default void aBlobOfAnySizeComesBackAsItWasPut(int size) throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(size);

        testee().put(key, body(content), spec(content));

        assertThat(testee().verify(key).sha256()).isEqualTo(Sha256.of(content));
        try (InputStream back = testee().open(key, size / 2, 100)) {
            assertThat(back.readAllBytes())
                    .isEqualTo(Arrays.copyOfRange(content, size / 2, Math.min(size, size / 2 + 100)));
        }
    }

    @Test
    default void aBigBodyThatBreaksLeavesNothing() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(2 * PART);

        assertThatThrownBy(() -> testee().put(key, breakingAfter(content, PART + 1000), spec(content)))
                .isInstanceOf(IOException.class);

        nothingIsThere();
    }

    @Test
    default void aBigBodyWithAnotherHashIsRefusedAndLeavesNothing() throws IOException {
        byte[] content = bytes(PART + 1000);
        BlobSpec wrong = new BlobSpec(content.length, Sha256.of(bytes(10)), BlobSpec.MP4);

        assertThatThrownBy(() -> testee().put(fresh(), body(content), wrong)).isInstanceOf(BlobCorrupt.class);

        nothingIsThere();
    }

    @Test
    default void aSweepTakesNoWholeBlob() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(PART + 1000);
        testee().put(key, body(content), spec(content));

        testee().sweep(Instant.parse("9999-01-01T00:00:00Z"));

        assertThat(testee().verify(key).bytes()).isEqualTo(content.length);
    }

    private void nothingIsThere() {
        try (var all = testee().list(BlobPrefix.everything())) {
            assertThat(all).isEmpty();
        }
    }
}
