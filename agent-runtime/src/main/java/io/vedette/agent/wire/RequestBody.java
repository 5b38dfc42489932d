package io.vedette.agent.wire;

import java.io.IOException;
import java.io.OutputStream;

/** What a request carries. Its length is known before the first byte goes out. */
public interface RequestBody {
    RequestBody NONE = new RequestBody() {
        @Override
        public long length() {
            return 0;
        }

        @Override
        public void writeTo(OutputStream out) {}
    };

    /** In bytes. */
    long length();

    /** Writes exactly {@link #length} bytes; the stream is neither closed nor flushed here. A fault of its own ends the request. */
    void writeTo(OutputStream out) throws IOException;

    static RequestBody of(byte[] bytes) {
        return new RequestBody() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }
}
