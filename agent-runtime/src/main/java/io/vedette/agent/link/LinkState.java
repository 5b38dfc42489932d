package io.vedette.agent.link;

import java.time.Instant;

/** How the control link stands. Times are for people. */
public sealed interface LinkState {
    record Connecting() implements LinkState {}

    record Online(long epoch, Instant since) implements LinkState {}

    record Waiting(Instant until, String why) implements LinkState {}

    record Closed() implements LinkState {}
}
