package io.vedette.vault.reconcile;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A month (in UTC) of a camera, as {@link BlobKey} lays it out. In the order of their keys. */
public record Folder(TenantId tenant, CameraId camera, YearMonth month) implements Comparable<Folder> {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})/([0-9a-f-]{36})/([0-9]{4})/([0-9]{2})/.*");

    /** Empty when the key is not one of a recording or thumbnail. */
    public static Optional<Folder> of(BlobKey key) {
        return read(key.path());
    }

    /** Reads {@link #path} back; throws {@link IllegalArgumentException} for anything else. */
    public static Folder of(String path) {
        return read(path).orElseThrow(() -> new IllegalArgumentException("not a month of a camera"));
    }

    private static Optional<Folder> read(String path) {
        Matcher parts = FORM.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int month = Integer.parseInt(parts.group(4));
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        return Optional.of(new Folder(
                TenantId.of(parts.group(1)),
                CameraId.of(parts.group(2)),
                YearMonth.of(Integer.parseInt(parts.group(3)), month)));
    }

    public String path() {
        return String.format(Locale.ROOT, "%s/%s/%04d/%02d/", tenant, camera, month.getYear(), month.getMonthValue());
    }

    BlobPrefix prefix() {
        return new BlobPrefix(path());
    }

    @Override
    public int compareTo(Folder other) {
        return path().compareTo(other.path());
    }

    @Override
    public String toString() {
        return path();
    }
}
