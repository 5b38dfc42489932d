package io.vedette.agent.camera;

import io.vedette.agent.pipeline.Packet;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Waits for a picture with which decoding can begin, but not for ever: a camera may send none. One thread. */
final class FirstKeyFrame {
    // A camera that is asked in mid-group, with groups longer than this, is helped by being asked again.
    private static final long PATIENCE_SECONDS = 30;

    private final LongSupplier ticker;
    private final long since;
    private boolean came;

    FirstKeyFrame(LongSupplier ticker) {
        this.ticker = ticker;
        this.since = ticker.getAsLong();
    }

    void look(Packet packet) throws StreamEnded {
        came |= packet.track() == Packet.Track.VIDEO && packet.key();
        if (!came && ticker.getAsLong() - since > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
            throw new StreamEnded(StreamEnded.Why.NO_KEY_FRAME, "for " + PATIENCE_SECONDS + " s");
        }
    }
}
