package io.vedette.vault.contract;

import static io.vedette.vault.contract.Bodies.ACME;
import static io.vedette.vault.contract.Bodies.GATE;
import static io.vedette.vault.contract.Bodies.GLOBEX;
import static io.vedette.vault.contract.Bodies.NOON;
import static io.vedette.vault.contract.Bodies.YARD;
import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

public interface ListBlobContract {
    BlobStore testee();

    @Test
    default void aListingIsOneCamerasOrOneTenants() throws IOException {
        BlobKey gate = put(BlobKey.recording(ACME, GATE, NOON, RecordingId.fresh()), 10);
        BlobKey gatePicture =
                put(BlobKey.thumbnail(ACME, GATE, NOON.plus(Duration.ofDays(40)), RecordingId.fresh()), 20);
        BlobKey yard = put(BlobKey.recording(ACME, YARD, NOON, RecordingId.fresh()), 30);
        BlobKey foreign = put(BlobKey.recording(GLOBEX, GATE, NOON, RecordingId.fresh()), 40);

        assertThat(list(BlobPrefix.of(ACME, GATE)))
                .containsExactlyInAnyOrder(new BlobEntry(gate, 10), new BlobEntry(gatePicture, 20));
        assertThat(list(BlobPrefix.of(ACME)))
                .containsExactlyInAnyOrder(
                        new BlobEntry(gate, 10), new BlobEntry(gatePicture, 20), new BlobEntry(yard, 30));
        assertThat(list(BlobPrefix.of(GLOBEX))).containsExactly(new BlobEntry(foreign, 40));
    }

    @Test
    default void keysComeInOrder() throws IOException {
        put(new BlobKey("a/x.bin"), 1);
        put(new BlobKey("a-b/x.bin"), 1);
        put(new BlobKey("a/x/y.bin"), 1);
        put(new BlobKey("a/x-1.bin"), 1);
        put(new BlobKey("b.bin"), 1);

        assertThat(list(BlobPrefix.everything()).stream().map(BlobEntry::key))
                .hasSize(5)
                .isSorted();
    }

    @Test
    default void aFolderThatBeginsAlikeIsNotListed() throws IOException {
        put(new BlobKey("gate2/x.bin"), 1);

        assertThat(list(new BlobPrefix("gate/"))).isEmpty();
    }

    @Test
    default void anEmptyStoreListsNothing() {
        assertThat(list(BlobPrefix.everything())).isEmpty();
    }

    private BlobKey put(BlobKey key, int bytes) throws IOException {
        testee().put(key, body(bytes(bytes)), spec(bytes(bytes)));
        return key;
    }

    private List<BlobEntry> list(BlobPrefix prefix) {
        try (Stream<BlobEntry> all = testee().list(prefix)) {
            return all.toList();
        }
    }
}
