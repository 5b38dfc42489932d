package io.vedette.hub.kerberos;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Films as agents of Kerberos write them, of the least that tells what it is: H.264, 640x360, a second in each fragment. */
public final class TestFilms {
    private static final int TIMESCALE = 90_000;
    private static final int FREE = 300;

    private TestFilms() {}

    /** @param seed another one is another film */
    public static byte[] fragmented(long seed, int seconds, int bytesASecond) {
        byte[][] parts = new byte[seconds + 1][];
        parts[0] = joined(start(0), box("sidx", new byte[40]), box("free", new byte[FREE]));
        for (int i = 1; i <= seconds; i++) {
            parts[i] = second(seed + i, bytesASecond);
        }
        return joined(parts);
    }

    /** In one piece, its pictures before what describes them. */
    static byte[] plain(int seconds) {
        byte[] start = start(seconds * TIMESCALE);
        byte[] ftyp = box("ftyp", new byte[8]);
        byte[] moov = java.util.Arrays.copyOfRange(start, ftyp.length, start.length);
        return joined(ftyp, box("free", new byte[8]), box("mdat", new byte[1000]), moov);
    }

    static byte[] start(int ticks) {
        ByteBuffer tkhd = ByteBuffer.allocate(84).putInt(12, 1);
        ByteBuffer mdhd = ByteBuffer.allocate(24).putInt(12, TIMESCALE).putInt(16, ticks);
        ByteBuffer entry = ByteBuffer.allocate(78).putShort(24, (short) 640).putShort(26, (short) 360);
        byte[] avc1 = box("avc1", entry.array(), box("avcC", new byte[] {1, 0x42, (byte) 0xc0, 0x1f}));
        byte[] stsd = box("stsd", new byte[8], avc1);
        byte[] mdia = box("mdia", box("mdhd", mdhd.array()), box("minf", box("stbl", stsd)));
        byte[] trak = box("trak", box("tkhd", tkhd.array()), mdia);
        return joined(box("ftyp", new byte[8]), box("moov", trak, box("uuid", new byte[272])));
    }

    static byte[] second(long seed, int bytes) {
        byte[] pictures = new byte[bytes];
        new Random(seed).nextBytes(pictures);
        byte[] tfhd = ByteBuffer.allocate(8).putInt(4, 1).array();
        byte[] trun = ByteBuffer.allocate(12)
                .putInt(0, 0x100)
                .putInt(4, 1)
                .putInt(8, TIMESCALE)
                .array();
        return joined(box("moof", box("traf", box("tfhd", tfhd), box("trun", trun))), box("mdat", pictures));
    }

    static byte[] box(String type, byte[]... parts) {
        byte[] body = joined(parts);
        ByteBuffer header =
                ByteBuffer.allocate(8).putInt(8 + body.length).put(type.getBytes(StandardCharsets.US_ASCII));
        return joined(header.array(), body);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
