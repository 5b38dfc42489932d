package io.vedette.contracts.live;

import java.nio.ByteBuffer;

/**
 * One binary message of a live stream: a header of 16 bytes, then the payload.
 *
 * <pre>
 * 0      kind    0 = initialisation segment, 1 = fragment
 * 1      flags   bit 0: the fragment begins with a key frame
 * 2..3   zero
 * 4..7   seq     unsigned, counts fragments of one session from 1; 0 for the initialisation segment
 * 8..15  millis  when the agent read the fragment's last picture, UTC by the agent's clock
 * </pre>
 *
 * All numbers are big-endian. The payload is a view on the given buffer and is valid as long as that is.
 */
public record LiveFrame(Kind kind, boolean key, long seq, long millis, ByteBuffer payload) {
    public static final int HEADER = 16;

    /** Most bytes of one message; a larger one ends the session. */
    public static final int MAX_MESSAGE = 4 * 1024 * 1024;

    public enum Kind {
        INIT,
        FRAGMENT
    }

    /** The message as it goes over the wire, in a buffer of its own. */
    public ByteBuffer encode() {
        ByteBuffer message = ByteBuffer.allocate(HEADER + payload.remaining());
        message.put((byte) kind.ordinal()).put((byte) (key ? 1 : 0)).putShort((short) 0);
        message.putInt((int) seq).putLong(millis).put(payload.duplicate());
        return message.flip();
    }

    /** Throws {@link IllegalArgumentException} when the message is too short or of an unknown kind. */
    public static LiveFrame decode(ByteBuffer message) {
        if (message.remaining() <= HEADER) {
            throw new IllegalArgumentException("a live frame has a header of 16 bytes and a payload");
        }
        ByteBuffer in = message.slice();
        int kind = in.get();
        if (kind != 0 && kind != 1) {
            throw new IllegalArgumentException("unknown kind of live frame: " + kind);
        }
        boolean key = (in.get() & 1) != 0;
        in.getShort();
        long seq = Integer.toUnsignedLong(in.getInt());
        long millis = in.getLong();
        return new LiveFrame(Kind.values()[kind], key, seq, millis, in.slice());
    }
}
