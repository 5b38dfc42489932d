package io.vedette.vault.azure;

import java.time.Duration;

/**
 * How long the store is waited for.
 *
 * @param connect for a connection
 * @param idle between two pieces of an answer, and for a free connection
 * @param attempt from a request to the last byte of its answer; of a blob that is read, to its first
 * @param tries of one request, so that a call takes no longer than as many attempts and the pauses between them
 */
record Limits(Duration connect, Duration idle, Duration attempt, int tries) {
    /** A block of 8 MiB passes at a quarter of a megabit a second. */
    static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5), 3);
}
