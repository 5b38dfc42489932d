package io.vedette.agent.wire.listen;

import java.io.IOException;

/** Answers requests; by several threads at once, platform ones. */
public interface Desk {
    /**
     * Answers one.
     *
     * @throws IOException when the body breaks off: then nobody is there to be answered
     */
    Response answer(Request request) throws IOException;
}
