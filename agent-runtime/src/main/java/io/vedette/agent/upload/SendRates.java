package io.vedette.agent.upload;

/**
 * How fast recordings may be sent, in bytes per second, and what follows from it for the size of requests. Counted are the
 * bytes of recordings; what TLS, TCP and the requests' heads add comes on top, a few percent.
 *
 * @param usual at all times
 * @param watched while live pictures are sent; what a person waits for may have twice as much
 */
public record SendRates(long usual, long watched) {
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final long BYTES_OF_A_KBIT = 125;
    private static final int LEAST_PIECE = 512;
    private static final int MOST_PIECE = 64 * 1024;
    private static final int PIECES_A_SECOND = 10;
    private static final long LEAST_PART = 64 * 1024;
    /** What a person waits for overtakes between two parts. */
    private static final long SECONDS_OF_A_PART = 10;
    /** A fifth of what the hub grants one request, should the rate fall while it runs. */
    private static final long MOST_SECONDS_OF_A_PART = 120;

    public SendRates {
        if (usual < 1 || watched < 1) {
            throw new IllegalArgumentException("a rate is one byte per second at least");
        }
    }

    /** From kbit/s (1,000 bits), where zero stands for no limit. */
    public static SendRates ofKbit(long usual, long watched) {
        return new SendRates(bytes(usual), bytes(watched));
    }

    private static long bytes(long kbit) {
        return kbit == 0 ? UNLIMITED : Math.multiplyExact(kbit, BYTES_OF_A_KBIT);
    }

    /** What holds now. */
    long now(boolean watched, boolean onDemand) {
        return watched ? Math.min(usual, onDemand ? times(this.watched, 2) : this.watched) : usual;
    }

    /** Most bytes of one request that begins at this rate: few enough to end in time even at the lowest of all rates. */
    long part(long rate) {
        long soon = Math.max(LEAST_PART, times(rate, SECONDS_OF_A_PART));
        return Math.min(soon, times(Math.min(usual, watched), MOST_SECONDS_OF_A_PART));
    }

    /** Bytes let out at once: a tenth of a second's, so that nothing else on the line waits longer than that for them. */
    static int piece(long rate) {
        return (int) Math.clamp(rate / PIECES_A_SECOND, LEAST_PIECE, MOST_PIECE);
    }

    private static long times(long rate, long factor) {
        return rate > UNLIMITED / factor ? UNLIMITED : rate * factor;
    }
}
