package io.vedette.lab.camera.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** AAC in mode AAC-hbr, one access unit to a packet (RFC 3640, section 3.3.6). */
public final class AacPayload implements Payload {
    @Override
    public byte[] packets(RtpSender sender, ByteBuffer unit, long ticks, boolean key) {
        byte[] data = new byte[unit.remaining()];
        unit.get(data);
        if (data.length > MOST) {
            throw new IllegalArgumentException("an AAC unit of " + data.length + " bytes would need fragments");
        }
        // AU-headers-length in bits, then one header: 13 bits of size, 3 bits of index
        byte[] head = ByteBuffer.allocate(4)
                .putShort((short) 16)
                .putShort((short) (data.length << 3))
                .array();
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 24);
        sender.packet(out, ticks, true, head, data);
        return out.toByteArray();
    }
}
