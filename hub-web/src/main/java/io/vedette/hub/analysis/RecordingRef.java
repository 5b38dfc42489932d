package io.vedette.hub.analysis;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import java.time.Instant;

/** A recording as far as its analysis goes: all that its key in the tables holds. */
public record RecordingRef(CameraId camera, Instant startedAt, RecordingId id) {}
