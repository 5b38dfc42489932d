package io.vedette.hub.kerberos;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A body that begins a film, or goes on with one: as soon as its first bytes show that it is none, it ends as a broken line does, and
 * nobody waits for the rest of it. Each film that is played here begins with the box {@code ftyp} (ISO/IEC 14496-12, 4.3).
 */
final class FilmStart extends FilterInputStream {
    /** Of these one knows. */
    static final int BYTES = 8;

    private static final byte[] FTYP = "ftyp".getBytes(StandardCharsets.US_ASCII);

    private final byte[] seen = new byte[BYTES];
    private int count;
    private boolean wrong;

    /** @param offset where in the film it begins; behind its beginning there is nothing to see */
    FilmStart(InputStream in, long offset) {
        super(in);
        this.count = offset == 0 ? 0 : BYTES;
    }

    /** @param first so many bytes of a file as there are, {@link #BYTES} at most */
    static boolean mayBeFilm(byte[] first) {
        return first.length < BYTES || Arrays.equals(first, 4, BYTES, FTYP, 0, FTYP.length);
    }

    /** Whether it was seen to be none. */
    boolean wrong() {
        return wrong;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0 && count < BYTES) {
            int more = Math.min(read, BYTES - count);
            System.arraycopy(buffer, offset, seen, count, more);
            count += more;
            wrong = count == BYTES && !mayBeFilm(seen);
        }
        if (wrong) {
            throw new IOException("what comes is no film");
        }
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
