package io.vedette.vault.azure;

import java.io.FilterInputStream;
import java.io.IOException;

/** A blob's bytes as they come. Closed early it drops its connection: reading on to keep it would fetch the whole rest. */
final class Body extends FilterInputStream {
    private final Streamed answer;
    private boolean ended;

    Body(Streamed answer) {
        super(answer.getBodyAsInputStreamSync());
        this.answer = answer;
    }

    @Override
    public int read() throws IOException {
        try {
            int one = super.read();
            ended = one < 0;
            return one;
        } catch (IOException e) {
            throw Faults.plain(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int some = super.read(buffer, offset, length);
            ended = some < 0;
            return some;
        } catch (IOException e) {
            throw Faults.plain(e);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            super.close();
        } else {
            answer.close();
        }
    }
}
