package io.vedette.agent.upload;

import java.io.IOException;

/** One step of one upload. Made once, sent once, by the worker; {@link #abort} may come from any other thread. */
sealed interface UploadRequest permits TusRequest, StraightRequest {
    /** Throws when there was no answer: cut, too slow, aborted. What arrived of the recording's bytes is then unknown. */
    Reply send() throws IOException;

    void abort();

    /** Whether the hub was there. */
    boolean reached();

    /** Bytes of the recording that were handed to the network. */
    long sent();
}
