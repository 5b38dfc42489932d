package io.vedette.vault;

/** The store itself failed: full, unreachable, not permitted. Nothing is said about the blob; later the same call may work. */
public final class BlobStoreFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BlobStoreFault(String what, Throwable cause) {
        super(what, cause);
    }

    public BlobStoreFault(String what) {
        super(what);
    }
}
