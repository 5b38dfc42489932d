package io.vedette.lab.camera.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Sound whose unit is a packet as it is: G.711 (RFC 3551, section 4.5.14) and Opus (RFC 7587, section 4.2). */
public final class WholePayload implements Payload {
    @Override
    public byte[] packets(RtpSender sender, ByteBuffer unit, long ticks, boolean key) {
        byte[] data = new byte[unit.remaining()];
        unit.get(data);
        ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 16);
        sender.packet(out, ticks, false, data);
        return out.toByteArray();
    }
}
