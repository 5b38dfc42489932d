package io.vedette.agent.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Whatever stands at the hub's address, or at one the owner named, may answer like this. */
public final class AnswerReaderFuzz {
    private AnswerReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] answer) {
        try {
            HttpAnswer read = new AnswerReader(new ByteArrayInputStream(answer)).read("GET");
            if (read.body().length > 64 * 1024) {
                throw new IllegalStateException("a body of " + read.body().length);
            }
            read.number("upload-offset");
        } catch (IOException refused) {
            // that is what it is for
        }
    }
}
