package io.vedette.hub.livestream.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * What was sent to one viewer and is not acknowledged yet. The container says "sent" as soon as it has a copy in a queue
 * without an end (measured: 11 MB before it hesitates), so only the viewer's own word counts.
 * Times are nanoseconds of the relay's ticker. Not safe for several threads.
 */
final class SentWindow {
    static final long MOST_BYTES = 2 * 1024 * 1024;
    static final long MOST_AGE = Duration.ofSeconds(2).toNanos();
    static final long LIFE_SIGN = Duration.ofSeconds(10).toNanos();

    private record Sent(long seq, int bytes, long at) {}

    private final Deque<Sent> unacked = new ArrayDeque<>();
    private long bytes;
    private long progressAt;

    /**
     * May {@code next} more bytes go out? A message larger than the window goes alone, so the most ever under way is the
     * larger of the window and one message (4 MB).
     */
    boolean open(int next, long now) {
        Sent oldest = unacked.peekFirst();
        return oldest == null || (bytes + next <= MOST_BYTES && now - oldest.at() <= MOST_AGE);
    }

    void sent(long seq, int size, long now) {
        if (unacked.isEmpty()) {
            progressAt = now;
        }
        unacked.addLast(new Sent(seq, size, now));
        bytes += size;
    }

    /**
     * Everything up to and with the message numbered {@code seq} has arrived. A number that is not under way says nothing.
     * A new publisher counts from 1 again: of two messages with one number the older is meant, which at worst is believed
     * an instant later.
     */
    void acked(long seq, long now) {
        if (unacked.stream().noneMatch(sent -> sent.seq() == seq)) {
            return;
        }
        progressAt = now;
        Iterator<Sent> sent = unacked.iterator();
        boolean reached = false;
        while (!reached && sent.hasNext()) {
            Sent oldest = sent.next();
            sent.remove();
            bytes -= oldest.bytes();
            reached = oldest.seq() == seq;
        }
    }

    /** Bytes under way to this viewer. */
    long bytes() {
        return bytes;
    }

    /** How long the viewer has owed an acknowledgement; 0 when it owes none. */
    long silence(long now) {
        return unacked.isEmpty() ? 0 : now - progressAt;
    }
}
