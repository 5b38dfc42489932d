package io.vedette.hub.livestream.relay;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the viewers of one session read: the format, its initialisation segment, the newest fragments. Guarded by the session. */
final class Feed {
    private final GopRing ring = new GopRing();
    private @Nullable Intro intro;
    private long intros;

    /**
     * How a stream begins.
     *
     * @param number grows with each one; a viewer that was sent a smaller one must begin anew
     */
    record Intro(long number, String format, ByteBuffer init) {}

    GopRing ring() {
        return ring;
    }

    Optional<Intro> intro() {
        return Optional.ofNullable(intro);
    }

    /** From now on another stream: what is in the ring does not belong to it. */
    void begin(String format, ByteBuffer init) {
        ring.clear();
        intro = new Intro(++intros, format, init);
    }
}
