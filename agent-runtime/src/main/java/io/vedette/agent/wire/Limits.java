package io.vedette.agent.wire;

import java.time.Duration;

/**
 * How long one request may take.
 *
 * @param connect for name, TCP and TLS together
 * @param idle without one byte moving in either direction
 * @param total for everything
 */
public record Limits(Duration connect, Duration idle, Duration total) {
    /** For a small question with a small answer. */
    public static final Limits SHORT =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30));

    /** For one chunk of a recording: slow is fine, silence is not. */
    public static final Limits BULK =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(30));
}
