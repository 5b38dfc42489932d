package io.vedette.agent.camera.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Java's own is the judge. */
class NativeSha256Test {
    private final Random random = new Random(7);

    private static MessageDigest javas() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256");
    }

    @Test
    void nothingAndTheWordOfTheStandardHaveTheirKnownHashes() {
        assertThat(HexFormat.of().formatHex(new NativeSha256().digest()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(HexFormat.of().formatHex(new NativeSha256().digest(new byte[] {'a', 'b', 'c'})))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void howeverBytesAreGivenTheHashIsTheSame() throws Exception {
        BiConsumer<MessageDigest, byte[]> whole = MessageDigest::update;
        BiConsumer<MessageDigest, byte[]> within = (digest, bytes) -> {
            byte[] larger = new byte[bytes.length + 10];
            System.arraycopy(bytes, 0, larger, 7, bytes.length);
            digest.update(larger, 7, bytes.length);
        };
        BiConsumer<MessageDigest, byte[]> heap = (digest, bytes) -> {
            ByteBuffer larger = ByteBuffer.allocate(bytes.length + 10).position(3);
            larger.put(bytes).flip().position(3);
            digest.update(larger.slice());
        };
        BiConsumer<MessageDigest, byte[]> direct = (digest, bytes) -> {
            ByteBuffer larger = ByteBuffer.allocateDirect(bytes.length + 10).position(3);
            larger.put(bytes).flip().position(3);
            digest.update(larger);
        };
        BiConsumer<MessageDigest, byte[]> readOnly =
                (digest, bytes) -> digest.update(ByteBuffer.wrap(bytes).asReadOnlyBuffer());
        BiConsumer<MessageDigest, byte[]> oneByOne = (digest, bytes) -> {
            for (byte one : bytes) {
                digest.update(one);
            }
        };
        for (BiConsumer<MessageDigest, byte[]> way :
                java.util.List.of(whole, within, heap, direct, readOnly, oneByOne)) {
            MessageDigest ours = new NativeSha256();
            MessageDigest theirs = javas();
            for (int part = 0; part < 50; part++) {
                byte[] bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                way.accept(ours, bytes);
                theirs.update(bytes);
            }
            assertThat(ours.digest()).isEqualTo(theirs.digest());
        }
    }

    @Test
    void aBufferIsReadToItsEnd() {
        ByteBuffer bytes = ByteBuffer.allocate(100);

        new NativeSha256().update(bytes);

        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void aDigestBeginsAnewAfterItsHashAndAfterAReset() throws Exception {
        MessageDigest ours = new NativeSha256();
        byte[] first = ours.digest(new byte[] {1});

        ours.update((byte) 5);
        ours.reset();

        assertThat(ours.digest(new byte[] {1})).isEqualTo(first).isEqualTo(javas().digest(new byte[] {1}));
    }
}
