package io.vedette.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.MotionMarks;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A recording lies in a vault, whole, and was compared with its hash.
 *
 * @param startedAt when its first picture was taken, corrected by what the hub knows of the agent's clock
 * @param durationMs by the camera's own clock
 * @param bytes size of the file, at least 1
 * @param sha256 of the whole file, 64 lower-case hex digits
 * @param mime as a browser wants it, codecs included
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param thumbnail whether a picture of it lies there, too
 * @param motion where and when it moved; left out when nobody looked
 */
public record RecordingStored(
        Tenant tenant,
        Camera camera,
        RecordingId recording,
        Instant startedAt,
        long durationMs,
        long bytes,
        String sha256,
        String mime,
        int width,
        int height,
        Blob blob,
        boolean thumbnail,
        AskedBy askedBy,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSetter(nulls = Nulls.SET) @Nullable
        MotionMarks motion) {

    public RecordingStored {
        require(
                bytes >= 1 && durationMs >= 0 && width >= 1 && height >= 1,
                "a recording has bytes, a duration and a size");
        require(sha256.length() == 64 && sha256.matches("[0-9a-f]{64}"), "sha256 is 64 lower-case hex digits");
        require(mime.length() <= 200, "mime is too long");
    }

    /** @param slug the name in addresses; may change, the id does not */
    public record Tenant(TenantId id, String slug) {
        private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

        public Tenant {
            require(SLUG.matcher(slug).matches(), "not a tenant's name in addresses");
        }
    }

    /** @param name as people called it when the recording was stored, 1 to 100 characters */
    public record Camera(CameraId id, String name) {
        public Camera {
            require(
                    !name.isEmpty() && name.length() <= 200 && name.codePointCount(0, name.length()) <= 100,
                    "a camera's name has 1 to 100 characters");
        }
    }

    /**
     * Where the file lies.
     *
     * @param provider the name its owner gave to the vault, 1 to 100 characters
     * @param key the name in there
     */
    public record Blob(String provider, String key) {
        public Blob {
            require(!provider.isBlank() && provider.length() <= 100, "a vault's name has 1 to 100 characters");
            require(!key.isBlank() && key.length() <= 512, "a key has 1 to 512 characters");
        }
    }

    /** Why the recording left the edge. */
    public enum AskedBy {
        /** The camera's recordings are kept, all of them or by a rule. */
        RULE,
        /** Somebody wanted this one. */
        REQUEST,
        /** What a later version may say. */
        @JsonEnumDefaultValue
        OTHER
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
