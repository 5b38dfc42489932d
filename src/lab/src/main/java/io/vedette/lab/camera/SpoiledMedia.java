package io.vedette.lab.camera;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Random;

/**
 * What a camera's packets become on their way out. Packets are in the interleaved form of RFC 2326, section 10.12; pictures are
 * H.264. One thread.
 */
final class SpoiledMedia {
    private static final int FRAME = 4;
    private static final int HEADER = 12;
    private static final int TIMESTAMP_AT = FRAME + 4;
    private static final int MINUTE_TICKS = 60 * 90_000;
    private static final int FLOOD_TIMES = 1000;
    private static final int PICTURE_PACKETS = 64;
    private static final long JUMP_NANOS = 2_000_000_000L;

    private final Random random;
    private int shift;
    private long jumpedAt;

    SpoiledMedia(Random random) {
        this.random = random;
    }

    /** @param now on the endless clock, in nanoseconds */
    byte[] spoil(Mischief mischief, byte[] packets, long now) {
        return switch (mischief) {
            case GARBAGE_CHANNELS -> SpoiledAnswer.garbage(random);
            case GARBAGE_PAYLOADS -> each(packets, this::randomPayload);
            case GARBAGE_PARAMETERS -> each(packets, this::randomParameters);
            case SHORT_PACKETS -> each(packets, packet -> cut(packet, 4 + random.nextInt(HEADER)));
            case NO_KEY_FRAMES -> each(packets, packet -> belongsToKey(packet) ? new byte[0] : packet);
            case ENDLESS_PICTURE -> each(packets, SpoiledMedia::continued);
            case FLOOD -> repeated(packets);
            case CLOCK_JUMPS_ON -> jumping(packets, now, MINUTE_TICKS);
            case CLOCK_JUMPS_BACK -> jumping(packets, now, -MINUTE_TICKS);
            case CLOCK_STANDS ->
                each(packets, packet -> {
                    ByteBuffer.wrap(packet).putInt(TIMESTAMP_AT, 0);
                    return packet;
                });
            default -> packets;
        };
    }

    private interface Change {
        byte[] of(byte[] packet);
    }

    private static byte[] each(byte[] packets, Change change) {
        ByteBuffer rest = ByteBuffer.wrap(packets);
        ByteArrayOutputStream out = new ByteArrayOutputStream(packets.length);
        while (rest.hasRemaining()) {
            byte[] packet = new byte[FRAME + Short.toUnsignedInt(rest.getShort(rest.position() + 2))];
            rest.get(packet);
            out.writeBytes(change.of(packet));
        }
        return out.toByteArray();
    }

    private static byte[] cut(byte[] packet, int length) {
        byte[] shorter = java.util.Arrays.copyOf(packet, Math.min(packet.length, length));
        ByteBuffer.wrap(shorter).putShort(2, (short) (shorter.length - FRAME));
        return shorter;
    }

    private byte[] randomPayload(byte[] packet) {
        for (int i = FRAME + HEADER; i < packet.length; i++) {
            packet[i] = (byte) random.nextInt();
        }
        return packet;
    }

    /** Parameter sets keep their kind and lose their sense. */
    private byte[] randomParameters(byte[] packet) {
        int type = type(packet);
        if (type == 7 || type == 8) {
            for (int i = FRAME + HEADER + 1; i < packet.length; i++) {
                packet[i] = (byte) random.nextInt();
            }
        }
        return packet;
    }

    private static int type(byte[] packet) {
        return packet.length > FRAME + HEADER ? packet[FRAME + HEADER] & 0x1f : 0;
    }

    private static boolean belongsToKey(byte[] packet) {
        int type = type(packet);
        boolean fragment = type == 28 && packet.length > FRAME + HEADER + 1;
        int inside = fragment ? packet[FRAME + HEADER + 1] & 0x1f : type;
        return inside == 5 || inside == 7 || inside == 8;
    }

    /** Every packet is the middle of a fragmented unit (RFC 6184, section 5.8), of one and the same moment, sixty-four times. */
    private static byte[] continued(byte[] packet) {
        if (packet.length < FRAME + HEADER + 2) {
            return packet;
        }
        packet[FRAME + 1] &= 0x7f; // no marker: the picture goes on
        packet[FRAME + HEADER] = 0x7c;
        packet[FRAME + HEADER + 1] = 0x05;
        ByteBuffer.wrap(packet).putInt(TIMESTAMP_AT, 0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < PICTURE_PACKETS; i++) {
            out.writeBytes(packet);
        }
        return out.toByteArray();
    }

    private static byte[] repeated(byte[] packets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < FLOOD_TIMES && out.size() < 4 << 20; i++) {
            out.writeBytes(packets);
        }
        return out.toByteArray();
    }

    private byte[] jumping(byte[] packets, long now, int by) {
        if (jumpedAt == 0 || now - jumpedAt > JUMP_NANOS) {
            shift += jumpedAt == 0 ? 0 : by;
            jumpedAt = now;
        }
        return each(packets, packet -> {
            ByteBuffer bytes = ByteBuffer.wrap(packet);
            bytes.putInt(TIMESTAMP_AT, bytes.getInt(TIMESTAMP_AT) + shift);
            return packet;
        });
    }
}
