package io.vedette.agent.motion;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a watcher of key frames sees nothing: the longest of the last distances between two of them. A camera may place
 * them unevenly, and may be set anew while it runs. One thread.
 */
public final class BlindTime {
    private static final int REMEMBERED = 8;
    private static final int ENOUGH = 3;

    private final long[] distances = new long[REMEMBERED];
    private int count;
    private long last = Long.MIN_VALUE;
    private long said;

    /** The blind time, when it is known for the first time and when it is another one than was said (by a quarter). */
    public Optional<Duration> seen(long takenNanos) {
        if (last == Long.MIN_VALUE || takenNanos <= last) {
            last = takenNanos;
            return Optional.empty();
        }
        distances[count++ % REMEMBERED] = takenNanos - last;
        last = takenNanos;
        long longest = 0;
        for (int i = 0; i < Math.min(count, REMEMBERED); i++) {
            longest = Math.max(longest, distances[i]);
        }
        if (count < ENOUGH || Math.abs(longest - said) * 4 <= said) {
            return Optional.empty();
        }
        said = longest;
        return Optional.of(Duration.ofNanos(longest));
    }
}
