package io.vedette.vault;

import org.jspecify.annotations.Nullable;

/** What the store says of a blob it holds. {@code sha256} is the hash it had when it was let in. */
public record BlobInfo(BlobKey key, long bytes, Sha256 sha256, String contentType) {
    public static BlobInfo of(BlobKey key, BlobSpec spec) {
        return new BlobInfo(key, spec.bytes(), spec.sha256(), spec.contentType());
    }

    /**
     * Of a blob that says of itself what it was let in with. Throws {@link BlobCorrupt} when it is not that, or was never let in by us.
     *
     * @param label length in bytes and hash as they were written beside it; null where there is none
     * @param actual length now
     */
    public static BlobInfo labelled(
            BlobKey key, @Nullable String label, @Nullable String sha256, long actual, String contentType) {
        if (label == null || sha256 == null) {
            throw new BlobCorrupt(key, "lies there without length and hash, so it was not put there by us");
        }
        if (!label.equals(Long.toString(actual))) {
            throw new BlobCorrupt(key, "has " + actual + " bytes and should have " + label);
        }
        try {
            return new BlobInfo(key, actual, new Sha256(sha256), contentType);
        } catch (IllegalArgumentException e) {
            throw new BlobCorrupt(key, "its metadata is not ours");
        }
    }

    /** Whether these are the very bytes; the content type does not matter. */
    public boolean sameContentAs(BlobSpec spec) {
        return bytes == spec.bytes() && sha256.equals(spec.sha256());
    }
}
