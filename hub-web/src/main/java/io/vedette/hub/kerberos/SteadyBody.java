package io.vedette.hub.kerberos;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A body that has to come at a pace: one that trickles is cut off like a broken line, and what came of it counts. */
final class SteadyBody extends FilterInputStream {
    private static final long BYTES_A_SECOND = 16 * 1024;
    /** A line may stand still for a moment. */
    private static final long FREE_SECONDS = 30;

    private final LongSupplier nanos;
    private final long begun;
    private long came;

    SteadyBody(InputStream in, LongSupplier nanos) {
        super(in);
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - begun);
        if (seconds > FREE_SECONDS && came < seconds * BYTES_A_SECOND) {
            throw new IOException("a film comes with less than " + BYTES_A_SECOND + " bytes a second");
        }
        int count = super.read(buffer, offset, length);
        came += Math.max(0, count);
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
}
