package io.vedette.hub.livestream.relay;

import io.vedette.hub.platform.web.Problem;

/** What is to be done about a decision of {@link Course}, in order, once the session's lock is released. */
sealed interface Step {
    record Start(int generation) implements Step {}

    record Extend() implements Step {}

    record Stop() implements Step {}

    /** Close the publisher's socket, if one is there. */
    record DropPublisher(String reason) implements Step {}

    record CloseViewers(Problem why, String reason) implements Step {}
}
