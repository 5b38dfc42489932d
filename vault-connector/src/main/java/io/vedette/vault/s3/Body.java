package io.vedette.vault.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object's bytes as they come. Closed early it drops its connection: reading on to keep it would fetch the whole rest. */
final class Body extends FilterInputStream {
    private final ResponseInputStream<GetObjectResponse> object;
    private boolean ended;

    Body(ResponseInputStream<GetObjectResponse> object) {
        super(object);
        this.object = object;
    }

    @Override
    public int read() throws IOException {
        try {
            int one = super.read();
            ended = one < 0;
            return one;
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e.getCause());
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int some = super.read(buffer, offset, length);
            ended = some < 0;
            return some;
        } catch (SdkException e) {
            throw new IOException(e.getMessage(), e.getCause());
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
            object.abort();
        }
    }
}
