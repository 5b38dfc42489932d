package io.vedette.vault;

/** What the store says of a blob it holds. {@code sha256} is the hash it had when it was let in. */
public record BlobInfo(BlobKey key, long bytes, Sha256 sha256, String contentType) {
    public static BlobInfo of(BlobKey key, BlobSpec spec) {
        return new BlobInfo(key, spec.bytes(), spec.sha256(), spec.contentType());
    }

    /** Whether these are the very bytes; the content type does not matter. */
    public boolean sameContentAs(BlobSpec spec) {
        return bytes == spec.bytes() && sha256.equals(spec.sha256());
    }
}
