package io.vedette.agent.spool;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingKept;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A whole recording as the agent that made it announces it to the vault of its site.
 *
 * @param camera whose it is, by the ticket of who brings it
 * @param bytes of the whole file
 * @param sha256 of the whole file, 64 lower-case hex digits
 * @param mime an RFC 6381 type of video
 */
public record BroughtRecording(
        RecordingId id, CameraId camera, Instant startedAt, long durationMs, long bytes, String sha256, String mime) {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern VIDEO = Pattern.compile("video/[!-~][ -~]{0,190}");
    private static final long LONGEST = Duration.ofDays(1).toMillis();

    public BroughtRecording {
        if (bytes < 1 || durationMs < 0 || durationMs > LONGEST) {
            throw new IllegalArgumentException("a recording has bytes, and lasts a day at most");
        }
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("the SHA-256 is 64 lower-case hex digits");
        }
        if (!VIDEO.matcher(mime).matches()) {
            throw new IllegalArgumentException("the type is one of video");
        }
    }

    /** What the hub hears when it lies here. */
    RecordingKept kept() {
        return new RecordingKept(id, camera, bytes, sha256);
    }

    Instant endedAt() {
        return startedAt.plusMillis(durationMs);
    }

    /** Whether it is the same recording with the same content. */
    boolean alike(BroughtRecording other) {
        return id.equals(other.id)
                && camera.equals(other.camera)
                && bytes == other.bytes
                && sha256.equals(other.sha256);
    }
}
