package io.vedette.agent.upload;

/**
 * A token bucket in the form of virtual scheduling (GCRA, ITU-T I.371): it keeps when the next bytes are due instead of a
 * level, so the rate may be another one each time. Within any time it lets out no more than the rate times that time and a
 * tenth of a second, and one piece. Not safe for several threads. Times are monotonic nanoseconds.
 */
final class TokenBucket {
    /** What a late thread may make up for. */
    private static final long SLACK = 100_000_000;

    private static final double NANOS = 1e9;

    private long due;

    TokenBucket(long now) {
        this.due = now;
    }

    /** Takes the bytes and answers 0, or takes nothing and answers how many nanoseconds are to be waited. */
    long take(int bytes, long rate, long now) {
        if (rate == SendRates.UNLIMITED) {
            due = now;
            return 0;
        }
        if (due - now > 0) {
            return due - now;
        }
        long from = due - (now - SLACK) > 0 ? due : now - SLACK;
        due = from + Math.round(bytes * NANOS / rate);
        return 0;
    }
}
