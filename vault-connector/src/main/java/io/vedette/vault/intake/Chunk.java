package io.vedette.vault.intake;

import java.io.InputStream;

/**
 * The body of one PATCH. {@code announcedBytes} is its Content-Length, or {@link #UNKNOWN}.
 *
 * <p>{@code body} is read on the caller's thread and may be closed from another one, to make a read that hangs return: give a
 * stream whose {@code close} does that (one that drops the connection). It is closed only then.
 */
public record Chunk(long offset, long announcedBytes, InputStream body) {
    public static final long UNKNOWN = -1;

    public Chunk {
        if (offset < 0 || announcedBytes < UNKNOWN) {
            throw new IllegalArgumentException("offset and length are not negative");
        }
    }

    public Chunk(long offset, InputStream body) {
        this(offset, UNKNOWN, body);
    }
}
