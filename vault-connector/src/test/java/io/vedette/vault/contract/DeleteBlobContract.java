package io.vedette.vault.contract;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobStore;
import java.io.IOException;
import org.junit.jupiter.api.Test;

public interface DeleteBlobContract {
    BlobStore testee();

    @Test
    default void aDeletedBlobIsGoneAndItsNeighbourIsNot() throws IOException {
        BlobKey gone = fresh();
        BlobKey neighbour = fresh();
        byte[] content = bytes(1000);
        testee().put(gone, body(content), spec(content));
        testee().put(neighbour, body(content), spec(content));

        testee().delete(gone);

        assertThat(testee().find(gone)).isEmpty();
        assertThat(testee().verify(neighbour).bytes()).isEqualTo(1000);
        try (var all = testee().list(BlobPrefix.everything())) {
            assertThat(all.map(entry -> entry.key())).containsExactly(neighbour);
        }
    }

    @Test
    default void deletingTwiceOrWhatNeverWasIsSuccess() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        testee().put(key, body(content), spec(content));

        testee().delete(key);
        testee().delete(key);
        testee().delete(fresh());

        assertThat(testee().find(key)).isEmpty();
    }

    @Test
    default void aKeyIsFreeAgainAfterDeleting() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        byte[] other = bytes(2000);
        testee().put(key, body(content), spec(content));
        testee().delete(key);

        testee().put(key, body(other), spec(other));

        assertThat(testee().verify(key).bytes()).isEqualTo(2000);
    }
}
