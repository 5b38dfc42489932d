package io.vedette.vault.azure;

import com.azure.core.http.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** An answer whose body is still to come. Holds a connection until its body's end or {@link #close}, which drops it. */
final class Streamed extends Received {
    private final ClassicHttpResponse answer;

    Streamed(HttpRequest asked, ClassicHttpResponse answer) {
        super(asked, answer, new byte[0]);
        this.answer = answer;
    }

    @Override
    public InputStream getBodyAsInputStreamSync() {
        try {
            return answer.getEntity() == null
                    ? InputStream.nullInputStream()
                    : answer.getEntity().getContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            answer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
