package io.vedette.vault.filesystem;

import static io.vedette.vault.contract.Bodies.NOON;
import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.breakingAfter;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.contract.BlobStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemBlobStoreTest implements BlobStoreContract {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path temp;

    private Path root;
    private FileSystemBlobStore store;

    @BeforeEach
    void open() throws IOException {
        root = temp.toRealPath().resolve("vault");
        store = FileSystemBlobStore.open(root, CLOCK);
    }

    @Override
    public BlobStore testee() {
        return store;
    }

    @Test
    void aBlobLiesPlayableUnderItsKeyAndIsForNobodyElse() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1000);

        store.put(key, body(content), spec(content));

        assertThat(root.resolve(key.path())).hasBinaryContent(content);
        assertThat(root.resolve(key.path() + ".meta"))
                .content()
                .contains("sha256 " + spec(content).sha256());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(key.path()))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rwx------");
    }

    @Test
    void anAdoptedFileIsMovedAndNotCopied() throws IOException {
        byte[] content = bytes(1000);
        Path part = Files.write(temp.resolve("part"), content);
        Object inode = Files.readAttributes(part, BasicFileAttributes.class).fileKey();
        BlobKey key = fresh();

        store.adopt(key, part, spec(content));

        assertThat(Files.readAttributes(root.resolve(key.path()), BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(inode);
    }

    @Test
    void aFileOnAnotherFileSystemIsAdoptedByCopy() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeThat(Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(root)))
                .isTrue();
        byte[] content = bytes(1000);
        Path part = Files.write(Files.createTempFile(memory, "vault-test", ".part"), content);
        BlobKey key = fresh();
        try {
            store.adopt(key, part, spec(content));

            assertThat(store.verify(key).bytes()).isEqualTo(1000);
            assertThat(part).doesNotExist();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Test
    void aLinkIsNotAdopted() throws IOException {
        byte[] content = bytes(1000);
        Path target = Files.write(temp.resolve("target"), content);
        Path link = Files.createSymbolicLink(temp.resolve("link"), target);

        assertThatThrownBy(() -> store.adopt(fresh(), link, spec(content))).isInstanceOf(IOException.class);
    }

    @Test
    void aCutPutLeavesNoFile() throws IOException {
        byte[] content = bytes(200_000);

        assertThatThrownBy(() -> store.put(fresh(), breakingAfter(content, 100_000), spec(content)))
                .isInstanceOf(IOException.class);

        assertThat(filesUnder(root)).isEmpty();
    }

    @Test
    void aRefusedFileLeavesNoCopy() throws IOException {
        Path file = Files.write(temp.resolve("clip"), bytes(1000));
        byte[] another = bytes(1000);
        another[0]++;

        assertThatThrownBy(() -> store.put(fresh(), file, spec(another))).isInstanceOf(BlobCorrupt.class);

        assertThat(filesUnder(root)).isEmpty();
    }

    @Test
    void whatACrashLeftLongAgoIsSweptAndWhatIsBeingWrittenIsNot() throws IOException {
        Path stale = Files.createFile(root.resolve(".incoming/1-1-1.tmp"));
        Path young = Files.createFile(root.resolve(".incoming/2-2-2.tmp"));
        Files.setLastModifiedTime(stale, FileTime.from(NOON.minus(Duration.ofMinutes(61))));
        Files.setLastModifiedTime(young, FileTime.from(NOON.minus(Duration.ofMinutes(59))));

        FileSystemBlobStore.open(root, CLOCK);

        assertThat(stale).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aBlobThatLostBytesIsSaidToBeCorruptAndPuttingItAgainHealsIt() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        store.put(key, body(content), spec(content));
        Files.write(root.resolve(key.path()), bytes(999));

        assertThatThrownBy(() -> store.open(key)).isInstanceOf(BlobCorrupt.class);
        store.put(key, body(content), spec(content));

        assertThat(store.verify(key).bytes()).isEqualTo(1000);
    }

    @Test
    void aFlippedBitIsFoundByVerifying() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        store.put(key, body(content), spec(content));
        byte[] flipped = content.clone();
        flipped[500] ^= 1;
        Files.write(root.resolve(key.path()), flipped, StandardOpenOption.TRUNCATE_EXISTING);

        assertThatThrownBy(() -> store.verify(key)).isInstanceOf(BlobCorrupt.class);
    }

    @Test
    void aSidecarWithoutItsBlobIsNothingAndABlobWithoutItsSidecarIsDamaged() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        store.put(key, body(content), spec(content));
        Path blob = root.resolve(key.path());
        Path sidecar = root.resolve(key.path() + ".meta");
        byte[] meta = Files.readAllBytes(sidecar);

        Files.delete(sidecar);
        assertThatThrownBy(() -> store.find(key)).isInstanceOf(BlobCorrupt.class);
        Files.write(sidecar, bytes(30));
        assertThatThrownBy(() -> store.find(key)).isInstanceOf(BlobCorrupt.class);
        Files.write(sidecar, meta);
        Files.delete(blob);

        assertThat(store.find(key)).isEmpty();
        try (var all = store.list(BlobPrefix.everything())) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void aLinkThatLeadsOutOfTheVaultIsNotFollowed() throws IOException {
        Path outside = Files.createDirectories(temp.resolve("outside/day"));
        Files.write(outside.resolve("x.bin"), bytes(10));
        Files.createSymbolicLink(root.resolve("tenant"), temp.resolve("outside"));
        Files.createSymbolicLink(root.resolve("y.bin"), outside.resolve("x.bin"));
        BlobKey through = new BlobKey("tenant/day/x.bin");
        BlobKey link = new BlobKey("y.bin");

        for (BlobKey key : List.of(through, link)) {
            assertThatThrownBy(() -> store.open(key)).isInstanceOf(BlobStoreFault.class);
            assertThatThrownBy(() -> store.put(key, body(bytes(10)), spec(bytes(10))))
                    .isInstanceOf(BlobStoreFault.class);
            assertThatThrownBy(() -> store.delete(key)).isInstanceOf(BlobStoreFault.class);
        }
        try (var all = store.list(BlobPrefix.everything())) {
            assertThat(all).isEmpty();
        }
        assertThat(outside.resolve("x.bin")).hasBinaryContent(bytes(10));
    }

    @Test
    void aStoreOpenedAgainKnowsWhatItHolds() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        store.put(key, body(content), spec(content));

        assertThat(FileSystemBlobStore.open(root, CLOCK).verify(key).bytes()).isEqualTo(1000);
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
