package io.vedette.lab.camera.rtp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Sound whose unit is a packet as it is: G.711 and L16 (RFC 3551, sections 4.5.14 and 4.5.11), Opus (RFC 7587, section 4.2). */
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
