package io.vedette.agent.link;

import io.vedette.agent.spool.Outbox;
import io.vedette.contracts.link.FromAgent;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sends the outbox over one connection: in order, each event once per connection, at most {@value #WINDOW} unanswered.
 * One thread, a platform one, because the outbox is SQLite.
 */
final class OutboxPump {
    static final int WINDOW = 32;
    /** An answer this late means that the hub cannot keep events; a new connection shows what it kept. */
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    private final Outbox outbox;
    private final Consumer<FromAgent> out;
    private long sentTo;
    private long ackedTo;
    private long waitingSince;

    /** Begins where the hub says it stands. */
    OutboxPump(Outbox outbox, long eventsAckedTo, Consumer<FromAgent> out) {
        this.outbox = outbox;
        this.out = out;
        this.sentTo = eventsAckedTo;
        this.ackedTo = eventsAckedTo;
        outbox.acknowledged(eventsAckedTo);
    }

    void pump(long now) {
        int room = WINDOW - (int) (sentTo - ackedTo);
        if (room <= 0) {
            return;
        }
        for (FromAgent.Event event : outbox.toSend(sentTo, room)) {
            if (sentTo == ackedTo) {
                waitingSince = now;
            }
            out.accept(event);
            sentTo = event.seq();
        }
    }

    /** The hub keeps everything up to {@code seq}; what was never sent on this connection cannot be meant. */
    void acknowledged(long seq, long now) {
        long upTo = Math.min(seq, sentTo);
        if (upTo > ackedTo) {
            ackedTo = upTo;
            waitingSince = now;
            outbox.acknowledged(upTo);
        }
        pump(now);
    }

    boolean stuck(long now) {
        return sentTo > ackedTo && now - waitingSince > PATIENCE;
    }
}
