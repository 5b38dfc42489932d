package io.vedette.agent.link;

import io.vedette.contracts.link.FromAgent;

/** What a connection's own thread waits for. Everything that happens to a connection happens through these, one by one. */
sealed interface Signal {
    /** The socket is open: the agent speaks first. */
    record Opened() implements Signal {}

    record Text(String message) implements Signal {}

    record Ended(int code, String reason) implements Signal {}

    record OutboxGrew() implements Signal {}

    /** Worth telling before the next heartbeat is due. */
    record VitalsChanged() implements Signal {}

    record Say(FromAgent message) implements Signal {}

    record Leave(String why) implements Signal {}
}
