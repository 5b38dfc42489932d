package io.vedette.vault;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;

/**
 * A set of keys to list. Ends with a slash or is empty, so that a listing stops at the border of a tenant or camera and never
 * runs into a neighbour whose name merely begins alike.
 */
public record BlobPrefix(String path) {
    public BlobPrefix {
        if (!path.isEmpty() && !path.endsWith("/")) {
            throw new IllegalArgumentException("a prefix ends with a slash");
        }
        new BlobKey(path + "any.bin"); // what no key can begin with is no prefix
    }

    /** All tenants' blobs: for the reconciler only. */
    public static BlobPrefix everything() {
        return new BlobPrefix("");
    }

    public static BlobPrefix of(TenantId tenant) {
        return new BlobPrefix(tenant + "/");
    }

    public static BlobPrefix of(TenantId tenant, CameraId camera) {
        return new BlobPrefix(tenant + "/" + camera + "/");
    }

    public boolean covers(BlobKey key) {
        return key.path().startsWith(path);
    }
}
