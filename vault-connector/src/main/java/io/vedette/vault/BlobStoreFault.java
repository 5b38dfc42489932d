package io.vedette.vault;

import org.jspecify.annotations.Nullable;

/** The store itself failed. Nothing is said about the blob; later, or after what {@link #kind} asks for, the same call may work. */
public final class BlobStoreFault extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Kind kind;

    /** What failed, told apart by who can mend it. */
    public enum Kind {
        /** There is no such bucket, container or folder: its owner names another one or makes it. */
        ABSENT,
        /** Keys or rights are not enough, or the store knows another region: its owner mends the settings. */
        REFUSED,
        /** No room: its owner makes some. */
        QUOTA,
        /** Too much at once: wait. */
        THROTTLED,
        /** Not reached, or an answer nobody planned for: wait, then look. */
        BROKEN
    }

    public BlobStoreFault(Kind kind, String what, @Nullable Throwable cause) {
        super(what, cause);
        this.kind = kind;
    }

    public BlobStoreFault(String what, @Nullable Throwable cause) {
        this(Kind.BROKEN, what, cause);
    }

    public BlobStoreFault(String what) {
        this(Kind.BROKEN, what, null);
    }

    public Kind kind() {
        return kind;
    }
}
