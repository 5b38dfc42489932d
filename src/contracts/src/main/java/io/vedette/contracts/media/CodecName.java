package io.vedette.contracts.media;

import java.nio.ByteBuffer;
import java.util.Locale;

/** What a browser calls a coding of pictures (RFC 6381), from the box that configures its decoder. */
public final class CodecName {
    /** Profile space, tier and profile, compatibility, constraints, level. */
    private static final int PROFILE_BYTES = 12;

    private CodecName() {}

    /** @param avcC at least four bytes of that box's body */
    public static String h264(byte[] avcC) {
        return String.format(Locale.ROOT, "avc1.%02x%02x%02x", avcC[1], avcC[2], avcC[3]);
    }

    /**
     * ISO/IEC 14496-15, annex E.3: profile, compatibility with its bits in reverse, tier and level, constraints without the
     * zeros at their end.
     *
     * @param hvcC at least 13 bytes of that box's body
     */
    public static String h265(byte[] hvcC) {
        ByteBuffer in = ByteBuffer.wrap(hvcC, 1, PROFILE_BYTES);
        int first = in.get();
        int space = first >> 6 & 3;
        StringBuilder text = new StringBuilder("hvc1.");
        if (space > 0) {
            text.append((char) ('A' + space - 1));
        }
        text.append(first & 0x1f).append('.').append(Integer.toHexString(Integer.reverse(in.getInt())));
        byte[] constraints = new byte[6];
        in.get(constraints);
        text.append((first & 0x20) == 0 ? ".L" : ".H").append(in.get() & 0xff);
        int length = constraints.length;
        while (length > 0 && constraints[length - 1] == 0) {
            length--;
        }
        for (int i = 0; i < length; i++) {
            text.append('.').append(Integer.toHexString(constraints[i] & 0xff).toUpperCase(Locale.ROOT));
        }
        return text.toString();
    }
}
