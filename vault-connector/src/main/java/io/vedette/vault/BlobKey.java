package io.vedette.vault;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * The name of a blob, made by us and never by a client: {@code tenant/camera/yyyy/mm/dd/id.mp4}, the day in UTC.
 *
 * <p>The form is the narrowest of all stores we mean to serve: lower case only (some file systems fold case), no part that
 * begins or ends with a dot, folders without a dot and a name with exactly one. So no key is ever the folder of another
 * one, which object stores would allow and file systems cannot hold, and a provider may keep files of its own beside a blob
 * under names that are no keys.
 */
public record BlobKey(String path) implements Comparable<BlobKey> {
    private static final int LONGEST = 512;
    private static final Pattern FORM =
            Pattern.compile("(?:[a-z0-9][a-z0-9_-]{0,127}/)*[a-z0-9][a-z0-9_-]{0,127}\\.[a-z0-9]{1,8}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);

    /** Reads a key back from where we kept it; throws {@link IllegalArgumentException} for anything we would not have made. */
    public BlobKey {
        // the length first: the pattern recurses once per part
        if (path.length() > LONGEST || !FORM.matcher(path).matches()) {
            throw new IllegalArgumentException("not a blob key");
        }
    }

    public static BlobKey recording(TenantId tenant, CameraId camera, Instant startedAt, RecordingId recording) {
        return on(tenant, camera, startedAt, recording, "mp4");
    }

    public static BlobKey thumbnail(TenantId tenant, CameraId camera, Instant startedAt, RecordingId recording) {
        return on(tenant, camera, startedAt, recording, "jpg");
    }

    private static BlobKey on(TenantId tenant, CameraId camera, Instant at, RecordingId recording, String extension) {
        try {
            return new BlobKey(tenant + "/" + camera + "/" + DAY.format(at) + "/" + recording + "." + extension);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day a recording can begin on", e);
        }
    }

    /** By path, byte for byte: the order in which object stores list. */
    @Override
    public int compareTo(BlobKey other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
