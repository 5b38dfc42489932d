package io.vedette.hub.livestream.relay;

import io.vedette.contracts.live.LiveFrame;
import java.nio.ByteBuffer;

/**
 * One fragment as it came: the whole message, header included.
 *
 * @param key viewers can begin here
 */
record Fragment(ByteBuffer message, long seq, boolean key) {
    static Fragment of(LiveFrame frame, ByteBuffer message) {
        return new Fragment(message, frame.seq(), frame.key());
    }

    int size() {
        return message.remaining();
    }
}
