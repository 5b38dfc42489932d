package io.vedette.hub.platform.seal;

/** A sealed secret does not open: the hub has another key than it was sealed with, or somebody has changed the row. */
public final class SealBroken extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SealBroken() {
        super(
                "a sealed secret does not open: VEDETTE_SEAL_KEY is not the one it was sealed with, or its row was changed");
    }
}
