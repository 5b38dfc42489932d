package io.vedette.example;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes up to a number that was announced: whoever sends more does not fill the disk. */
final class AtMost extends FilterInputStream {
    private long left;

    AtMost(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        taken(Math.max(0, count));
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        taken(one < 0 ? 0 : 1);
        return one;
    }

    private void taken(int count) throws IOException {
        left -= count;
        if (left < 0) {
            throw new IOException("more bytes come than were announced");
        }
    }
}
