package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import java.time.Duration;
import java.time.Instant;

/**
 * A recording at the edge, in the order of closing.
 *
 * @param number grows with each recording that is closed; good until the index is opened again
 * @param sha256 of the whole file, 64 lower-case hex digits
 * @param stored the vault has it
 * @param age since it was closed, by the time the spool has been in use
 * @param duration what it shows
 * @param mime with its codecs, as RFC 6381 writes them
 */
public record ClosedRecording(
        long number,
        RecordingId id,
        Instant startedAt,
        long bytes,
        String sha256,
        boolean stored,
        Duration age,
        Duration duration,
        String mime) {}
