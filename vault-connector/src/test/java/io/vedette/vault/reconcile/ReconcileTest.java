package io.vedette.vault.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Sha256;
import io.vedette.vault.filesystem.FileSystemBlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real folder store, and a list in memory. */
class ReconcileTest {
    private static final Instant JUNE = Instant.parse("2026-06-10T12:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    private final TenantId acme = TenantId.fresh();
    private final CameraId gate = CameraId.fresh();
    private final CameraId yard = CameraId.fresh();
    private final Listed index = new Listed();
    private final Heard heard = new Heard();
    private Path folder;
    private BlobStore store;

    @BeforeEach
    void aStore(@TempDir Path root) {
        folder = root;
        store = FileSystemBlobStore.open(root, Clock.systemUTC());
    }

    @Test
    void whereBothAgreeThereIsNothingToTell() throws IOException {
        both(gate, JUNE);
        both(gate, JULY);
        both(yard, JUNE);

        reconcile(false);

        assertThat(heard.differences).isEmpty();
        assertThat(heard.folders).hasSize(3).isSorted();
        assertThat(heard.blobs).isEqualTo(3);
    }

    @Test
    void whatIsMissingExtraOrOfAnotherSizeIsTold() throws IOException {
        BlobKey missing = index.add(gate, JUNE, "never came");
        BlobKey extra = put(gate, JULY, "nobody knows of it");
        BlobKey longer = put(yard, JUNE, "longer than it was");
        index.named.add(new Expected(longer, 3, hash("abc")));
        both(yard, JUNE);

        reconcile(false);

        assertThat(heard.differences)
                .containsExactlyInAnyOrder(
                        new Difference.Missing(missing),
                        new Difference.Extra(extra, 18),
                        new Difference.OtherSize(longer, 3, 18));
    }

    @Test
    void aCameraOfWhichNothingIsLeftIsMissedWhole() throws IOException {
        both(gate, JUNE);
        List<BlobKey> missing = List.of(index.add(yard, JUNE, "a"), index.add(yard, JULY, "b"));

        reconcile(false);

        assertThat(heard.differences).extracting(Difference::key).containsExactlyInAnyOrderElementsOf(missing);
        assertThat(heard.differences).allMatch(Difference.Missing.class::isInstance);
    }

    @Test
    void otherBytesOfTheSameLengthAreFoundByReadingAlone() throws IOException {
        BlobKey key = both(gate, JUNE);
        Path file = folder.resolve(key.path());
        byte[] bytes = Files.readAllBytes(file);
        bytes[3] ^= 1;
        Files.write(file, bytes);

        reconcile(false);
        assertThat(heard.differences).isEmpty();

        reconcile(true);
        assertThat(heard.differences).containsExactly(new Difference.OtherBytes(key));
    }

    @Test
    void wholeBytesThatAreNotThoseOfTheListAreFoundByReading() throws IOException {
        BlobKey key = put(gate, JUNE, "abc");
        index.named.add(new Expected(key, 3, hash("abd")));

        reconcile(true);

        assertThat(heard.differences).containsExactly(new Difference.OtherBytes(key));
    }

    @Test
    void whatIsOnItsWayIntoTheStoreIsNotExtra() throws IOException {
        index.underWay.add(put(gate, JUNE, "stored, its row is about to say so"));

        reconcile(false);

        assertThat(heard.differences).isEmpty();
    }

    @Test
    void whatIsStoredBetweenTwoLooksIsNoDifference() throws IOException {
        put(gate, JUNE, "one that is extra, so that there is a second look");
        BlobKey late = put(gate, JUNE, "its row comes now");
        index.second = () -> index.named.add(new Expected(late, 17, hash("its row comes now")));

        reconcile(false);

        assertThat(heard.differences).extracting(Difference::key).hasSize(1).doesNotContain(late);
    }

    @Test
    void itGoesOnBehindTheLastFolderThatIsDone() throws IOException {
        both(gate, JUNE);
        both(gate, JULY);
        index.add(yard, JUNE, "missing");
        heard.most = 1;

        assertThatThrownBy(() -> reconcile(false)).isInstanceOf(Stopped.class);
        heard.most = Integer.MAX_VALUE;
        Folder last = heard.folders.getLast();
        new Reconcile(store, index, false, heard).run(acme, Optional.of(last));

        assertThat(heard.folders).hasSize(3).doesNotHaveDuplicates().isSorted();
        assertThat(heard.differences).hasSize(1);
    }

    @Test
    void anotherTenantsBlobsAreNotLookedAt() throws IOException {
        put(new BlobKey(TenantId.fresh() + "/" + gate + "/2026/06/10/" + RecordingId.fresh() + ".mp4"), "theirs");

        reconcile(false);

        assertThat(heard.differences).isEmpty();
        assertThat(heard.folders).isEmpty();
    }

    private void reconcile(boolean reading) {
        new Reconcile(store, index, reading, heard).run(acme, Optional.empty());
    }

    private BlobKey both(CameraId camera, Instant at) throws IOException {
        BlobKey key = put(camera, at, "as it should be");
        index.named.add(new Expected(key, 15, hash("as it should be")));
        return key;
    }

    private BlobKey put(CameraId camera, Instant at, String content) throws IOException {
        return put(BlobKey.recording(acme, camera, at, RecordingId.fresh()), content);
    }

    private BlobKey put(BlobKey key, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        var unused = store.put(
                key, new ByteArrayInputStream(bytes), new BlobSpec(bytes.length, Sha256.of(bytes), BlobSpec.MP4));
        return key;
    }

    private static Sha256 hash(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Heard implements Reconcile.Watcher {
        private final List<Folder> folders = new ArrayList<>();
        private final List<Difference> differences = new ArrayList<>();
        private long blobs;
        private int most = Integer.MAX_VALUE;

        @Override
        public void read(long bytes) {}

        @Override
        public void done(Folder folder, long count, List<Difference> found) {
            folders.add(folder);
            differences.addAll(found);
            blobs += count;
            if (folders.size() == most) {
                throw new Stopped();
            }
        }
    }

    private final class Listed implements Index {
        private final List<Expected> named = new ArrayList<>();
        private final Set<BlobKey> underWay = new HashSet<>();
        private final AtomicInteger looks = new AtomicInteger();
        private Runnable second = () -> {};

        private BlobKey add(CameraId camera, Instant at, String content) {
            BlobKey key = BlobKey.recording(acme, camera, at, RecordingId.fresh());
            named.add(new Expected(key, content.length(), hash(content)));
            return key;
        }

        @Override
        public List<Folder> folders() {
            return named.stream().map(one -> Folder.of(one.key()).orElseThrow()).toList();
        }

        @Override
        public Named named(Folder of) {
            if (looks.incrementAndGet() == 2) {
                second.run();
            }
            return new Named(
                    named.stream()
                            .filter(one -> Folder.of(one.key()).equals(Optional.of(of)))
                            .toList(),
                    Set.copyOf(underWay));
        }
    }
}
