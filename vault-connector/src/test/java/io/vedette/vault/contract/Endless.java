package io.vedette.vault.contract;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Random;

/**
 * So many bytes that are nowhere: blocks of noise that each begin with their number, so that no two are alike and each place is known. For one
 * thread.
 */
final class Endless extends InputStream {
    private static final int BLOCK = 1 << 20;
    private static final byte[] NOISE = noise();

    private final long bytes;
    private final byte[] block = NOISE.clone();
    private long at;

    Endless(long bytes) {
        this(0, bytes);
    }

    /** From one place to another. */
    Endless(long from, long to) {
        this.at = from;
        this.bytes = to;
        number();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (at == bytes) {
            return length == 0 ? 0 : -1;
        }
        int inBlock = (int) (at % BLOCK);
        int some = (int) Math.min(Math.min(length, BLOCK - inBlock), bytes - at);
        System.arraycopy(block, inBlock, buffer, offset, some);
        at += some;
        number();
        return some;
    }

    private void number() {
        ByteBuffer.wrap(block).putLong(0, at / BLOCK);
    }

    private static byte[] noise() {
        byte[] noise = new byte[BLOCK];
        new Random(BLOCK).nextBytes(noise);
        return noise;
    }
}
