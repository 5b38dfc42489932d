package io.vedette.lab.camera.rtp;

import java.nio.ByteBuffer;

/** How the units of one kind of track travel. */
public sealed interface Payload permits NalPayload, AacPayload, WholePayload {
    /** A payload carries at most this many bytes, so that a packet fits an Ethernet frame. */
    int MOST = 1400;

    /**
     * One access unit as interleaved RTP packets, ready to be written.
     *
     * @param ticks its time on the endless clock
     * @param key whether decoding can begin with it
     */
    byte[] packets(RtpSender sender, ByteBuffer unit, long ticks, boolean key);
}
