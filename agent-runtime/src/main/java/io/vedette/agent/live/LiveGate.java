package io.vedette.agent.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Decides which fragments still go out when the uplink is too slow. Above 1.5 s or 2 MB of waiting messages everything is
 * left out up to the next key frame that finds the queue below both: a picture that is late is worth less than the next one,
 * and half a group of pictures is worth nothing. Not safe for several threads. Times are of {@link System#nanoTime}.
 */
final class LiveGate {
    static final long MOST_BYTES = 2_000_000;
    static final long MOST_AGE = Duration.ofMillis(1500).toNanos();

    private record Waiting(int bytes, long since) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long bytes;
    private boolean skipping;
    private long skipped;

    /**
     * May this fragment go?
     *
     * @param key it begins with a key frame
     * @param queued messages that the socket has not taken yet, of those {@link #sent} was told of
     */
    boolean admits(boolean key, int queued, long now) {
        while (waiting.size() > queued) {
            bytes -= waiting.removeFirst().bytes();
        }
        Waiting oldest = waiting.peekFirst();
        boolean full = bytes > MOST_BYTES || (oldest != null && now - oldest.since() > MOST_AGE);
        if (full) {
            skipping = true;
        } else if (key) {
            skipping = false;
        }
        if (skipping) {
            skipped++;
        }
        return !skipping;
    }

    /** This message was handed to the socket. */
    void sent(int size, long now) {
        waiting.addLast(new Waiting(size, now));
        bytes += size;
    }

    /** A new format begins: nothing goes before its first key frame. */
    void restarted() {
        skipping = true;
    }

    /** What follows cannot be decoded without the fragment that is left out now. */
    void broken() {
        skipping = true;
        skipped++;
    }

    /** Fragments left out so far. */
    long skipped() {
        return skipped;
    }
}
