package io.vedette.lab.camera.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** H.264, packetization mode 1: single NAL units, and FU-A fragments of what is too large (RFC 6184, sections 5.6 and 5.8). */
public final class H264Payload implements Payload {
    private static final int FU_A = 28;
    private static final byte START = (byte) 0x80;
    private static final byte END = 0x40;

    private final byte[] sps;
    private final byte[] pps;

    public H264Payload(byte[] sps, byte[] pps) {
        this.sps = sps.clone();
        this.pps = pps.clone();
    }

    /** The unit is its NAL units, each after a length of four bytes; parameter sets are put before each key frame. */
    @Override
    public byte[] packets(RtpSender sender, ByteBuffer unit, long ticks, boolean key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(unit.remaining() + unit.remaining() / 50 + 200);
        if (key) {
            sender.packet(out, ticks, false, sps);
            sender.packet(out, ticks, false, pps);
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
        byte indicator = (byte) (nal[0] & 0xe0 | FU_A);
        int type = nal[0] & 0x1f;
        int most = MOST - 2;
        for (int from = 1; from < nal.length; from += most) {
            int to = Math.min(nal.length, from + most);
            int flags = (from == 1 ? START : 0) | (to == nal.length ? END : 0);
            byte[] head = {indicator, (byte) (flags | type)};
            sender.packet(out, ticks, last && to == nal.length, head, java.util.Arrays.copyOfRange(nal, from, to));
        }
    }
}
