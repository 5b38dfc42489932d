package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.recordings.entity.Hold;
import io.vedette.hub.recordings.entity.Recording;
import java.time.Instant;
import java.util.List;

/**
 * A recording that is on hold, for programs.
 *
 * @param by whoever set the hold, as they were called then
 * @param since when it was set
 */
public record HoldDocument(
        RecordingId recording, CameraId camera, Instant startedAt, String by, Instant since, String reason) {

    /** The latest first, at most 500. */
    public record HoldList(List<HoldDocument> holds) {}

    /** Why it is to stay. */
    public record NewHold(String reason) {
        public NewHold {
            reason = new Hold.Reason(reason).text();
        }
    }

    static HoldDocument of(Recording recording) {
        Hold hold = recording.hold().orElseThrow();
        return new HoldDocument(
                recording.id(),
                recording.camera(),
                recording.startedAt(),
                hold.name(),
                hold.since(),
                hold.why().text());
    }
}
