package io.vedette.lab.camera.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * One client's RTP stream of one track: numbers packets, stamps them and wraps them for the interleaved channel (RFC 2326, section
 * 10.12). Sequence numbers and time stamps start anywhere and only ever go forward. One thread.
 */
public final class RtpSender {
    private static final long NTP_TO_UNIX = 2_208_988_800L; // seconds from 1900 to 1970
    private static final int HEADER = 12;

    private final int channel;
    private final int payloadType;
    private final int clockRate;
    private final int source;
    private final int firstTimestamp;
    private int sequence;
    private int packets;
    private int octets;

    /**
     * @param channel the interleaved channel of the media; its reports go on the next one
     * @param source the SSRC
     * @param firstSequence the number of the first packet
     * @param firstTimestamp the time stamp of tick 0 of the endless clock
     */
    public RtpSender(int channel, int payloadType, int clockRate, int source, int firstSequence, int firstTimestamp) {
        this.channel = channel;
        this.payloadType = payloadType;
        this.clockRate = clockRate;
        this.source = source;
        this.sequence = firstSequence & 0xffff;
        this.firstTimestamp = firstTimestamp;
    }

    /** The number that the next packet will have. */
    public int nextSequence() {
        return sequence;
    }

    /** The time stamp of a tick of the endless clock, unsigned. */
    public long timestamp(long ticks) {
        return Integer.toUnsignedLong(firstTimestamp + (int) ticks);
    }

    public int source() {
        return source;
    }

    void packet(ByteArrayOutputStream out, long ticks, boolean marker, byte[]... parts) {
        int size = HEADER;
        for (byte[] part : parts) {
            size += part.length;
        }
        ByteBuffer head = ByteBuffer.allocate(4 + HEADER);
        head.put((byte) '$').put((byte) channel).putShort((short) size);
        head.put((byte) 0x80).put((byte) (payloadType | (marker ? 0x80 : 0)));
        head.putShort((short) sequence).putInt((int) timestamp(ticks)).putInt(source);
        out.writeBytes(head.array());
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        sequence = (sequence + 1) & 0xffff;
        packets++;
        octets += size - HEADER;
    }

    /**
     * A sender report (RFC 3550, section 6.4.1) that ties the wall clock to the time stamps, with the name it must carry.
     *
     * @param nanosSinceAnchor the same moment on the endless clock
     */
    public byte[] report(Instant wall, long nanosSinceAnchor) {
        byte[] name = "camera".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int chunk = (4 + 2 + name.length + 1 + 3) & ~3; // SSRC, item header, name, at least one zero, padded to a word
        ByteBuffer out = ByteBuffer.allocate(4 + 28 + 4 + chunk);
        out.put((byte) '$').put((byte) (channel + 1)).putShort((short) (out.capacity() - 4));
        out.put((byte) 0x80).put((byte) 200).putShort((short) 6).putInt(source);
        out.putInt((int) (wall.getEpochSecond() + NTP_TO_UNIX));
        out.putInt((int) (((long) wall.getNano() << 32) / 1_000_000_000L));
        out.putInt((int) timestamp(ticksAt(nanosSinceAnchor))).putInt(packets).putInt(octets);
        out.put((byte) 0x81).put((byte) 202).putShort((short) (chunk / 4)).putInt(source);
        out.put((byte) 1).put((byte) name.length).put(name);
        return out.array();
    }

    private long ticksAt(long nanos) {
        return nanos / 1_000_000_000L * clockRate + nanos % 1_000_000_000L * clockRate / 1_000_000_000L;
    }
}
