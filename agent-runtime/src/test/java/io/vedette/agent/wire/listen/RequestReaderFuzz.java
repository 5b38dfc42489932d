package io.vedette.agent.wire.listen;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Whoever reaches the port of a site's vault may ask like this, without a ticket. */
public final class RequestReaderFuzz {
    private RequestReaderFuzz() {}

    public static void fuzzerTestOneInput(byte[] asked) {
        try {
            Request request = RequestReader.read(new ByteArrayInputStream(asked));
            byte[] body = request.body().readAllBytes();
            if (body.length > request.length()) {
                throw new IllegalStateException("a body of " + body.length + " instead of " + request.length());
            }
            if (!request.path().startsWith("/") || request.path().chars().anyMatch(c -> c <= ' ' || c > '~')) {
                throw new IllegalStateException("a path that is none");
            }
            var unused = request.number("upload-offset");
        } catch (RequestReader.Refused refused) {
            int status = refused.response().status();
            if (status < 400 || status > 499) {
                throw new IllegalStateException("refused with " + status);
            }
        } catch (IOException brokenOff) {
            // that is what it is for
        }
    }
}
