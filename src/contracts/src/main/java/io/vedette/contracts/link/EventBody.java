package io.vedette.contracts.link;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened at the edge. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(EventBody.RecordingClosed.class),
    @JsonSubTypes.Type(EventBody.RecordingGone.class),
    @JsonSubTypes.Type(EventBody.RecordingKept.class),
    @JsonSubTypes.Type(EventBody.CameraLost.class),
    @JsonSubTypes.Type(EventBody.CameraBack.class)
})
public sealed interface EventBody {

    /**
     * A recording is complete at the edge and durable there.
     *
     * @param startedAt when its first picture was taken, by the agent's clock
     * @param durationMs by the camera's own clock
     * @param bytes size of the file, at least 1
     * @param sha256 of the whole file, 64 lower-case hex digits
     * @param mime as a browser wants it, codecs included
     * @param cut true when the recording was ended by a crash and cut after its last whole fragment
     * @param motion null when nobody looked, or from an agent that does not tell it yet
     * @param clock null when the camera tells no time, or the agent does not tell it yet
     */
    @JsonTypeName("recording.closed")
    record RecordingClosed(
            RecordingId recording,
            Instant startedAt,
            long durationMs,
            long bytes,
            String sha256,
            String mime,
            int width,
            int height,
            Delivery delivery,
            boolean cut,
            @JsonSetter(nulls = Nulls.SET) @Nullable MotionMarks motion,
            @JsonSetter(nulls = Nulls.SET) @Nullable CameraTime clock)
            implements EventBody {

        public RecordingClosed {
            if (bytes < 1 || durationMs < 0 || width < 1 || height < 1) {
                throw new IllegalArgumentException("a recording has bytes, a duration and a size");
            }
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("sha256 must be 64 lower-case hex digits");
            }
            if (mime.length() > 200) {
                throw new IllegalArgumentException("mime is too long");
            }
        }
    }

    /**
     * Said by an edge vault alone: it has a whole recording of this camera, its hash is right, and it lies durable there.
     *
     * @param camera as the ticket of who brought it says
     */
    @JsonTypeName("recording.kept")
    record RecordingKept(RecordingId recording, CameraId camera, long bytes, String sha256) implements EventBody {
        public RecordingKept {
            if (bytes < 1) {
                throw new IllegalArgumentException("a recording has bytes");
            }
            if (!sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("sha256 must be 64 lower-case hex digits");
            }
        }
    }

    /**
     * The edge gave up a recording, for example for room on its disk: an agent its own, an edge vault its copy. What the vault
     * has stays.
     */
    @JsonTypeName("recording.gone")
    record RecordingGone(RecordingId recording, String reason) implements EventBody {}

    /**
     * No pictures come from the camera.
     *
     * @param reason for people
     * @param fault null from an agent that does not tell it yet
     */
    @JsonTypeName("camera.lost")
    record CameraLost(
            String reason,
            @JsonSetter(nulls = Nulls.SET) @Nullable CameraFault fault) implements EventBody {
        public CameraLost(String reason) {
            this(reason, null);
        }
    }

    @JsonTypeName("camera.back")
    record CameraBack() implements EventBody {}

    /** When a recording leaves the edge. */
    enum Delivery {
        AT_ONCE,
        ON_DEMAND
    }
}
