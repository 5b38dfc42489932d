package io.vedette.vault.contract;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.breakingAfter;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Sha256;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public interface PutBlobContract {
    BlobStore testee();

    @Test
    default void aBlobComesBackAsItWasPut() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(200_000);

        BlobInfo stored = testee().put(key, body(content), spec(content));

        assertThat(stored).isEqualTo(new BlobInfo(key, 200_000, Sha256.of(content), BlobSpec.MP4));
        assertThat(testee().info(key)).isEqualTo(stored);
        assertThat(testee().verify(key)).isEqualTo(stored);
        try (InputStream back = testee().open(key)) {
            assertThat(back.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    default void aBlobCanComeFromAFileWhichStays(@TempDir Path elsewhere) throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(70_000);
        Path file = Files.write(elsewhere.resolve("clip"), content);

        testee().put(key, file, spec(content));

        assertThat(testee().verify(key).bytes()).isEqualTo(70_000);
        assertThat(file).hasBinaryContent(content);
    }

    @Test
    default void anEmptyBlobIsABlob() throws IOException {
        BlobKey key = fresh();

        testee().put(key, body(new byte[0]), spec(new byte[0]));

        assertThat(testee().verify(key).bytes()).isZero();
    }

    @Test
    default void nothingIsSeenBeforeTheBodyIsWhole() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(300_000);
        List<Boolean> seen = new ArrayList<>();
        InputStream watching = new FilterInputStream(new ByteArrayInputStream(content)) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try (var listed = testee().list(BlobPrefix.everything())) {
                    seen.add(testee().find(key).isPresent() || listed.findAny().isPresent());
                }
                return super.read(buffer, offset, Math.min(length, 100_000));
            }
        };

        testee().put(key, watching, spec(content));

        assertThat(seen).isNotEmpty().doesNotContain(true);
        assertThat(testee().find(key)).isPresent();
    }

    @Test
    default void anotherHashThanDeclaredIsRefused() {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        BlobSpec wrong = new BlobSpec(1000, Sha256.of(bytes(999)), BlobSpec.MP4);

        assertThatThrownBy(() -> testee().put(key, body(content), wrong)).isInstanceOf(BlobCorrupt.class);
        assertNothingAt(key);
    }

    @Test
    default void aBodyThatEndsEarlyIsRefused() {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        BlobSpec longer = new BlobSpec(1001, Sha256.of(content), BlobSpec.MP4);

        assertThatThrownBy(() -> testee().put(key, body(content), longer)).isInstanceOf(BlobCorrupt.class);
        assertNothingAt(key);
    }

    @Test
    default void aFileOfAnotherLengthIsRefused(@TempDir Path elsewhere) throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        Path longer = Files.write(elsewhere.resolve("clip"), bytes(1001));

        assertThatThrownBy(() -> testee().put(key, longer, spec(content))).isInstanceOf(BlobCorrupt.class);
        assertNothingAt(key);
    }

    @Test
    default void aFileWithAnotherHashIsRefusedAndStays(@TempDir Path elsewhere) throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(1000);
        byte[] other = content.clone();
        other[999]++;
        Path file = Files.write(elsewhere.resolve("clip"), other);

        assertThatThrownBy(() -> testee().put(key, file, spec(content))).isInstanceOf(BlobCorrupt.class);
        assertNothingAt(key);
        assertThat(file).hasBinaryContent(other);
    }

    @Test
    default void aBodyThatBreaksLeavesNothing() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(200_000);

        assertThatThrownBy(() -> testee().put(key, breakingAfter(content, 150_000), spec(content)))
                .isInstanceOf(IOException.class);
        assertNothingAt(key);

        testee().put(key, body(content), spec(content));
        assertThat(testee().verify(key).bytes()).isEqualTo(200_000);
    }

    @Test
    default void nothingIsReadPastTheDeclaredLength() throws IOException {
        byte[] content = bytes(1000);
        byte[] andMore = Arrays.copyOf(content, 2000);
        ByteArrayInputStream body = new ByteArrayInputStream(andMore);

        testee().put(fresh(), body, spec(content));

        assertThat(body.available()).isEqualTo(1000);
    }

    @Test
    default void theSameContentAgainIsSuccess() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(5000);
        BlobInfo first = testee().put(key, body(content), spec(content));

        BlobInfo second = testee().put(key, body(content), spec(content));

        assertThat(second).isEqualTo(first);
        assertThat(testee().verify(key)).isEqualTo(first);
    }

    @Test
    default void aKeyIsWrittenOnce() throws IOException {
        BlobKey key = fresh();
        byte[] content = bytes(5000);
        byte[] other = bytes(6000);
        BlobInfo first = testee().put(key, body(content), spec(content));

        assertThatThrownBy(() -> testee().put(key, body(other), spec(other))).isInstanceOf(BlobCorrupt.class);
        assertThat(testee().verify(key)).isEqualTo(first);
    }

    @Test
    default void manyAtOnceUnderOneKeyMakeOneBlob() throws Exception {
        BlobKey key = fresh();
        byte[] content = bytes(100_000);
        var start = new CyclicBarrier(4);
        List<Future<BlobInfo>> puts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                puts.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return testee().put(key, body(content), spec(content));
                }));
            }
        }

        for (Future<BlobInfo> put : puts) {
            assertThat(put.get()).isEqualTo(BlobInfo.of(key, spec(content)));
        }
        assertThat(testee().verify(key).bytes()).isEqualTo(100_000);
    }

    private void assertNothingAt(BlobKey key) {
        assertThat(testee().find(key)).isEmpty();
        try (var all = testee().list(BlobPrefix.everything())) {
            assertThat(all).isEmpty();
        }
    }
}
