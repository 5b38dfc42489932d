package io.vedette.vault;

/** Size or hash is not what it must be, of bytes that come in or of bytes that are kept. The same bytes again will not help. */
public final class BlobCorrupt extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient BlobKey key;

    public BlobCorrupt(BlobKey key, String what) {
        super("blob " + key + ": " + what);
        this.key = key;
    }

    public BlobKey key() {
        return key;
    }
}
