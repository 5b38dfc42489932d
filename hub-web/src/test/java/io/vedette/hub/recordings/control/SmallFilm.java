package io.vedette.hub.recordings.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Fragmented MP4 of the least that tells what it is: H.264, 640x360, fragments of a second without a picture that could be shown. */
public final class SmallFilm {
    static final String MIME = "video/mp4; codecs=\"avc1.42c01f\"";
    private static final int TIMESCALE = 90_000;

    private SmallFilm() {}

    public static byte[] start() {
        ByteBuffer tkhd = ByteBuffer.allocate(84).putInt(12, 1);
        ByteBuffer mdhd = ByteBuffer.allocate(24).putInt(12, TIMESCALE);
        ByteBuffer entry = ByteBuffer.allocate(78).putShort(24, (short) 640).putShort(26, (short) 360);
        byte[] avc1 = box("avc1", entry.array(), box("avcC", new byte[] {1, 0x42, (byte) 0xc0, 0x1f}));
        byte[] stsd = box("stsd", new byte[8], avc1);
        byte[] mdia = box("mdia", box("mdhd", mdhd.array()), box("minf", box("stbl", stsd)));
        return joined(box("ftyp", new byte[8]), box("moov", box("trak", box("tkhd", tkhd.array()), mdia)));
    }

    /** @param bytes of the pictures in it */
    public static byte[] second(int bytes) {
        byte[] tfhd = ByteBuffer.allocate(8).putInt(4, 1).array();
        byte[] trun = ByteBuffer.allocate(12)
                .putInt(0, 0x100)
                .putInt(4, 1)
                .putInt(8, TIMESCALE)
                .array();
        return joined(box("moof", box("traf", box("tfhd", tfhd), box("trun", trun))), box("mdat", new byte[bytes]));
    }

    public static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] box(String type, byte[]... parts) {
        byte[] body = joined(parts);
        ByteBuffer header =
                ByteBuffer.allocate(8).putInt(8 + body.length).put(type.getBytes(StandardCharsets.US_ASCII));
        return joined(header.array(), body);
    }
}
