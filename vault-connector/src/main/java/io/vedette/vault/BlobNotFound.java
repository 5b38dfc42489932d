package io.vedette.vault;

/** There is no blob under this key, or none that is whole yet. */
public final class BlobNotFound extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient BlobKey key;

    public BlobNotFound(BlobKey key) {
        super("no blob " + key);
        this.key = key;
    }

    public BlobKey key() {
        return key;
    }
}
