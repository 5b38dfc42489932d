package io.vedette.hub.recordings.boundary;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a request, to be closed from another thread without touching the container's stream, which is given to the
 * next request when this one is over. Whoever reads is let go with the next bytes, or when the container's own limit for a
 * silent line (30 s) ends the read.
 */
public final class RequestBody extends FilterInputStream {
    private volatile boolean closed;

    public RequestBody(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        int count = super.read(buffer, offset, length);
        check();
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void check() throws IOException {
        if (closed) {
            throw new IOException("nothing more is wanted of this body");
        }
    }
}
