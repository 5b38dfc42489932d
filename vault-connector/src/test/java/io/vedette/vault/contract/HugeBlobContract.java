package io.vedette.vault.contract;

import static io.vedette.vault.contract.Bodies.fresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * One byte more than S3 takes in one request, and than 32 bits count. The body comes from a generator and is nowhere as a whole; a store in parts has it
 * twice on the disk for a moment. Prints how long it took.
 */
public interface HugeBlobContract {
    long GIBI = 1L << 30;
    long HUGE = 5 * GIBI + 1;
    long ROOM = 16 * GIBI;

    BlobStore testee();

    /** Where the store keeps its bytes. */
    Path disk();

    @Test
    default void fiveGibibytesAndOneByteComeBackAsTheyWerePut() throws IOException {
        long free = Files.getFileStore(disk()).getUsableSpace();
        assumeTrue(free >= ROOM, "wants 16 GiB on the disk, and there are " + free / GIBI);
        BlobKey key = fresh();
        BlobSpec spec = new BlobSpec(HUGE, hash(), BlobSpec.MP4);

        long begin = System.nanoTime();
        testee().put(key, new Endless(HUGE), spec);
        say("put", begin);
        begin = System.nanoTime();
        assertThat(testee().verify(key).sha256()).isEqualTo(spec.sha256());
        say("read back and hashed", begin);

        assertPiece(key, 4 * GIBI - 5, 10);
        assertPiece(key, HUGE - 3, 10);
        testee().delete(key);
        assertThat(testee().find(key)).isEmpty();
        try (var all = testee().list(BlobPrefix.everything())) {
            assertThat(all).isEmpty();
        }
    }

    private void assertPiece(BlobKey key, long from, int length) throws IOException {
        try (InputStream piece = testee().open(key, from, length);
                InputStream same = new Endless(from, Math.min(HUGE, from + length))) {
            assertThat(piece.readAllBytes()).isEqualTo(same.readAllBytes());
        }
    }

    private static Sha256 hash() throws IOException {
        long begin = System.nanoTime();
        try (var all = new DigestInputStream(new Endless(HUGE), Sha256.computing())) {
            all.transferTo(OutputStream.nullOutputStream());
            say("hashed alone", begin);
            return Sha256.of(all.getMessageDigest());
        }
    }

    private static void say(String what, long begin) {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("5 GiB + 1 %s: %d s, %.0f MB/s%n", what, took.toSeconds(), HUGE / 1e3 / took.toMillis());
    }
}
