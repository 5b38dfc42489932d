package io.vedette.agent.fmp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes nested boxes (ISO/IEC 14496-12, section 4.2); a box's size is filled in when it ends. Grows as needed. */
final class BoxWriter {
    private ByteBuffer out;
    private final int[] open = new int[12];
    private int depth;

    BoxWriter() {
        this(1024);
    }

    /** @param bytes that will be enough, most likely */
    BoxWriter(int bytes) {
        out = ByteBuffer.allocate(bytes);
    }

    BoxWriter begin(String type) {
        open[depth++] = out.position();
        return u32(0).text(type);
    }

    /** A box with version and flags (section 4.2, FullBox). */
    BoxWriter begin(String type, int version, int flags) {
        return begin(type).u32(version << 24 | flags);
    }

    BoxWriter end() {
        int start = open[--depth];
        out.putInt(start, out.position() - start);
        return this;
    }

    BoxWriter u8(int value) {
        room(1).put((byte) value);
        return this;
    }

    BoxWriter u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    BoxWriter u32(int value) {
        room(4).putInt(value);
        return this;
    }

    BoxWriter u64(long value) {
        room(8).putLong(value);
        return this;
    }

    BoxWriter text(String ascii) {
        return bytes(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    BoxWriter bytes(byte[] value) {
        room(value.length).put(value);
        return this;
    }

    BoxWriter zeros(int count) {
        return bytes(new byte[count]);
    }

    /** The unit matrix of movie and track headers (section 6.2.2). */
    BoxWriter unitMatrix() {
        return u32(0x10000).zeros(12).u32(0x10000).zeros(12).u32(0x40000000);
    }

    int position() {
        return out.position();
    }

    void setU32(int at, int value) {
        out.putInt(at, value);
    }

    byte[] toBytes() {
        return Arrays.copyOf(out.array(), out.position());
    }

    private ByteBuffer room(int more) {
        if (out.remaining() < more) {
            byte[] larger = Arrays.copyOf(out.array(), Math.max(out.capacity() * 2, out.position() + more));
            out = ByteBuffer.wrap(larger).position(out.position());
        }
        return out;
    }
}
