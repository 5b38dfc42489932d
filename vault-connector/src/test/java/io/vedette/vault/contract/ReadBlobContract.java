package io.vedette.vault.contract;

import static io.vedette.vault.contract.Bodies.body;
import static io.vedette.vault.contract.Bodies.bytes;
import static io.vedette.vault.contract.Bodies.fresh;
import static io.vedette.vault.contract.Bodies.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobNotFound;
import io.vedette.vault.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

public interface ReadBlobContract {
    BlobStore testee();

    @Test
    default void whatWasNeverPutIsNotFound() {
        BlobKey key = fresh();

        assertThat(testee().find(key)).isEmpty();
        assertThatThrownBy(() -> testee().info(key)).isInstanceOf(BlobNotFound.class);
        assertThatThrownBy(() -> testee().open(key)).isInstanceOf(BlobNotFound.class);
        assertThatThrownBy(() -> testee().open(key, 0, 10)).isInstanceOf(BlobNotFound.class);
        assertThatThrownBy(() -> testee().verify(key)).isInstanceOf(BlobNotFound.class);
    }

    @Test
    default void aRangeIsThoseBytes() throws IOException {
        byte[] content = bytes(150_000);

        assertThat(range(content, 0, 1)).isEqualTo(Arrays.copyOfRange(content, 0, 1));
        assertThat(range(content, 70_000, 65_537)).isEqualTo(Arrays.copyOfRange(content, 70_000, 135_537));
        assertThat(range(content, 149_999, 1)).isEqualTo(Arrays.copyOfRange(content, 149_999, 150_000));
    }

    @Test
    default void whatLiesBehindTheEndIsLeftOut() throws IOException {
        byte[] content = bytes(1000);

        assertThat(range(content, 990, 100)).isEqualTo(Arrays.copyOfRange(content, 990, 1000));
        assertThat(range(content, 0, Long.MAX_VALUE)).isEqualTo(content);
        assertThat(range(content, 1000, 5)).isEmpty();
        assertThat(range(content, 5000, 5)).isEmpty();
        assertThat(range(content, 10, 0)).isEmpty();
    }

    @Test
    default void aRangeCanBeReadByteByByteAndSkipped() throws IOException {
        byte[] content = bytes(1000);
        BlobKey key = fresh();
        testee().put(key, body(content), spec(content));

        try (InputStream in = testee().open(key, 100, 3)) {
            assertThat(in.read()).isEqualTo(content[100] & 0xff);
            assertThat(in.skip(1)).isEqualTo(1);
            assertThat(in.read()).isEqualTo(content[102] & 0xff);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    default void aRangeIsNeverNegative() {
        assertThatThrownBy(() -> testee().open(fresh(), -1, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> testee().open(fresh(), 0, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void aReaderBesideAWriterSeesAllOrNothing() throws Exception {
        BlobKey key = fresh();
        byte[] one = bytes(1000);
        byte[] other = bytes(2000);
        var done = new AtomicBoolean();
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<Integer> reader = thread.submit(() -> {
                int seen = 0;
                while (!done.get()) {
                    Optional<BlobInfo> found = testee().find(key);
                    if (found.isPresent()) {
                        assertThat(found.get()).isIn(BlobInfo.of(key, spec(one)), BlobInfo.of(key, spec(other)));
                        seen++;
                    }
                }
                return seen;
            });
            try {
                for (int i = 0; i < 50; i++) {
                    byte[] content = i % 2 == 0 ? one : other;
                    testee().delete(key);
                    testee().put(key, body(content), spec(content));
                }
            } finally {
                done.set(true);
            }

            assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
        }
    }

    private byte[] range(byte[] content, long offset, long length) throws IOException {
        BlobKey key = fresh();
        testee().put(key, body(content), spec(content));
        try (InputStream in = testee().open(key, offset, length)) {
            return in.readAllBytes();
        }
    }
}
