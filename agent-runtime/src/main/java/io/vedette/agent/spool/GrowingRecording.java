package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A recording that still grows, seen from another thread than the one that writes it.
 *
 * @param startedAt when its first picture was taken, by the agent's clock
 * @param bytes flushed so far: they stay as they are, whatever becomes of the recording
 */
public record GrowingRecording(RecordingId id, Instant startedAt, Delivery delivery, Path file, long bytes) {}
