package io.vedette.lab.camera.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Pictures as NAL units: single ones, and fragments of what is too large. Parameter sets are put before each key frame. */
public final class NalPayload implements Payload {
    private static final int START = 0x80;
    private static final int END = 0x40;

    /** How a fragment begins: with the unit's header changed, then a byte of flags and the unit's kind. */
    private enum Form {
        /** FU-A of packetization mode 1 (RFC 6184, section 5.8). */
        H264(1) {
            @Override
            byte[] head(byte[] nal, int flags) {
                return new byte[] {(byte) (nal[0] & 0xe0 | 28), (byte) (flags | nal[0] & 0x1f)};
            }
        },
        /** RFC 7798, section 4.4.3. */
        H265(2) {
            @Override
            byte[] head(byte[] nal, int flags) {
                return new byte[] {(byte) (nal[0] & 0x81 | 49 << 1), nal[1], (byte) (flags | nal[0] >> 1 & 0x3f)};
            }
        };

        private final int header;

        Form(int header) {
            this.header = header;
        }

        abstract byte[] head(byte[] nal, int flags);
    }

    private final Form form;
    private final List<byte[]> parameterSets;

    private NalPayload(Form form, List<byte[]> parameterSets) {
        this.form = form;
        this.parameterSets = parameterSets.stream().map(byte[]::clone).toList();
    }

    public static NalPayload h264(byte[] sps, byte[] pps) {
        return new NalPayload(Form.H264, List.of(sps, pps));
    }

    public static NalPayload h265(byte[] vps, byte[] sps, byte[] pps) {
        return new NalPayload(Form.H265, List.of(vps, sps, pps));
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

    private void send(RtpSender sender, ByteArrayOutputStream out, byte[] nal, long ticks, boolean last) {
        if (nal.length <= MOST) {
            sender.packet(out, ticks, last, nal);
            return;
        }
        int most = MOST - form.header - 1;
        for (int from = form.header; from < nal.length; from += most) {
            int to = Math.min(nal.length, from + most);
            byte[] head = form.head(nal, (from == form.header ? START : 0) | (to == nal.length ? END : 0));
            sender.packet(out, ticks, last && to == nal.length, head, Arrays.copyOfRange(nal, from, to));
        }
    }
}
