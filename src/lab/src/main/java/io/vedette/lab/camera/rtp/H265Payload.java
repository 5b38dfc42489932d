package io.vedette.lab.camera.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** H.265: single NAL units, and fragmentation units of what is too large (RFC 7798, sections 4.4.1 and 4.4.3). */
public final class H265Payload implements Payload {
    private static final int FRAGMENT = 49;
    private static final int HEADER = 2;
    private static final int START = 0x80;
    private static final int END = 0x40;

    private final List<byte[]> parameterSets;

    /** @param parameterSets VPS, SPS and PPS; put before each key frame */
    public H265Payload(List<byte[]> parameterSets) {
        this.parameterSets = parameterSets.stream().map(byte[]::clone).toList();
    }

    /** The unit is its NAL units, each after a length of four bytes. */
    @Override
    public byte[] packets(RtpSender sender, ByteBuffer unit, long ticks, boolean key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(unit.remaining() + unit.remaining() / 50 + 200);
        if (key) {
            parameterSets.forEach(set -> sender.packet(out, ticks, false, set));
        }
        while (unit.hasRemaining()) {
            byte[] nal = new byte[unit.getInt()];
            unit.get(nal);
            send(sender, out, nal, ticks, !unit.hasRemaining());
        }
        return out.toByteArray();
    }

    private static void send(RtpSender sender, ByteArrayOutputStream out, byte[] nal, long ticks, boolean last) {
        if (nal.length <= MOST) {
            sender.packet(out, ticks, last, nal);
            return;
        }
        int type = nal[0] >> 1 & 0x3f;
        byte first = (byte) (nal[0] & 0x81 | FRAGMENT << 1);
        int most = MOST - HEADER - 1;
        for (int from = HEADER; from < nal.length; from += most) {
            int to = Math.min(nal.length, from + most);
            int flags = (from == HEADER ? START : 0) | (to == nal.length ? END : 0);
            byte[] head = {first, nal[1], (byte) (flags | type)};
            sender.packet(out, ticks, last && to == nal.length, head, Arrays.copyOfRange(nal, from, to));
        }
    }
}
