package io.vedette.vault.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Gives its bytes and then hangs, as a connection that was cut without a word; close makes the read return, or not. */
final class HangingBody extends InputStream {
    private final byte[] content;
    private final boolean closeHelps;
    private final CountDownLatch hangs = new CountDownLatch(1);
    private final CountDownLatch let = new CountDownLatch(1);
    private int at;

    HangingBody(byte[] content, boolean closeHelps) {
        this.content = content;
        this.closeHelps = closeHelps;
    }

    void awaitHanging() throws InterruptedException {
        if (!hangs.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the body was not read to its last byte");
        }
    }

    void letGo() {
        let.countDown();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int some = Math.min(length, content.length - at);
        if (some > 0) {
            System.arraycopy(content, at, buffer, offset, some);
            at += some;
            return some;
        }
        hangs.countDown();
        try {
            if (!let.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody let this read go");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (closeHelps) {
            throw new IOException("closed");
        }
        buffer[offset] = 99; // a byte that comes out of the dead line, much too late
        return 1;
    }

    @Override
    public void close() {
        if (closeHelps) {
            letGo();
        }
    }
}
