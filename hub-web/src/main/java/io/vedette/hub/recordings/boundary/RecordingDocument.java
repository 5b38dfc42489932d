package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.analysis.SeenLabel;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recording as programs get it.
 *
 * @param place edge, vault, leaving or gone
 * @param media where its bytes are served, when they are in the vault
 * @param thumbnail where its picture is served, when there is one
 * @param motion null when nobody looked
 * @param cameraClock null when the camera told no time
 * @param labels what was seen in it, the surest first
 * @param upload the last one, if any
 */
public record RecordingDocument(
        RecordingId id,
        CameraId camera,
        Instant startedAt,
        long durationMs,
        long bytes,
        String sha256,
        String mime,
        int width,
        int height,
        boolean cut,
        String place,
        @Nullable String media,
        @Nullable String thumbnail,
        @Nullable MotionDocument motion,
        @Nullable CameraClockDocument cameraClock,
        List<LabelDocument> labels,
        @Nullable UploadDocument upload) {

    /** @param confidence the best at which any engine saw it, from 0 to 1 */
    public record LabelDocument(String label, double confidence) {
        static LabelDocument of(SeenLabel seen) {
            return new LabelDocument(seen.label().value(), seen.confidence().value());
        }
    }

    static RecordingDocument of(
            String slug, Recording recording, List<SeenLabel> seen, @Nullable UploadDocument upload) {
        String media = "/t/" + slug + "/media/" + recording.id();
        return new RecordingDocument(
                recording.id(),
                recording.camera(),
                recording.startedAt(),
                recording.duration().toMillis(),
                recording.bytes(),
                recording.sha256(),
                recording.mime(),
                recording.width(),
                recording.height(),
                recording.cut(),
                recording.place().name().toLowerCase(Locale.ROOT),
                recording.place() == Place.VAULT ? media + ".mp4" : null,
                recording.thumbnail() && recording.place() != Place.LEAVING ? media + ".jpg" : null,
                recording.motion().map(MotionDocument::of).orElse(null),
                recording.clock().map(CameraClockDocument::of).orElse(null),
                seen.stream().map(LabelDocument::of).toList(),
                upload);
    }
}
