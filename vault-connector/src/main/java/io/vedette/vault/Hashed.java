package io.vedette.vault;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * The declared bytes of a body in pieces, for providers that send parts. The piece that holds the last byte comes out only when length and hash
 * of all are right, so who sends each piece as it comes never completes what is wrong. One thread.
 */
public final class Hashed {
    private final BlobKey key;
    private final InputStream body;
    private final BlobSpec spec;
    private final MessageDigest digest = Sha256.computing();
    private long left;

    public Hashed(BlobKey key, InputStream body, BlobSpec spec) {
        this.key = key;
        this.body = body;
        this.spec = spec;
        this.left = spec.bytes();
    }

    /** Bytes that are still to come. */
    public long left() {
        return left;
    }

    /**
     * The next {@code most} bytes, or fewer at the end.
     *
     * @throws BlobCorrupt the body ended early or is other than declared
     * @throws IOException the body cannot be read
     */
    public byte[] next(int most) throws IOException {
        byte[] piece = new byte[(int) Math.min(most, left)];
        int read =
                body.readNBytes(piece, 0, piece.length); // the other kind of it gathers pieces and copies them together
        left -= read;
        digest.update(piece, 0, read);
        if (read < piece.length) {
            throw new BlobCorrupt(key, "the body ended " + left + " bytes early");
        }
        if (left == 0 && !Sha256.of(digest).equals(spec.sha256())) {
            throw new BlobCorrupt(key, "the body has another hash than declared");
        }
        return piece;
    }
}
