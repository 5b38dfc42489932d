package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import java.nio.file.Path;

/**
 * A closed recording whose file lies at the edge.
 *
 * @param sha256 of the whole file, 64 lower-case hex digits
 */
public record KeptRecording(RecordingId id, Path file, long bytes, String sha256) {}
