package io.vedette.lab.clip;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/** What a decoder needs before the first unit, as it stands in an MP4 film of ours: parameter sets, or the description of the sound. */
final class Configurations {
    private Configurations() {}

    static List<byte[]> of(AVCodecParameters parameters) {
        byte[] bytes = new byte[parameters.extradata_size()];
        if (bytes.length > 0) {
            parameters.extradata().get(bytes);
        }
        if (parameters.codec_type() != AVMEDIA_TYPE_VIDEO) {
            return List.of(bytes);
        }
        return parameters.codec_id() == AV_CODEC_ID_HEVC ? hvcC(ByteBuffer.wrap(bytes)) : avcC(ByteBuffer.wrap(bytes));
    }

    /** ISO/IEC 14496-15, section 5.3.3.1: after five bytes, a count and the SPS, a count and the PPS. */
    private static List<byte[]> avcC(ByteBuffer record) {
        record.position(6);
        byte[] sps = parameterSet(record);
        record.get(); // there is one of each
        return List.of(sps, parameterSet(record));
    }

    /** Section 8.3.3.1: after 22 bytes, arrays of a kind, a count and that many sets; what is no parameter set is left out. */
    private static List<byte[]> hvcC(ByteBuffer record) {
        List<byte[]> sets = new ArrayList<>();
        record.position(22);
        for (int arrays = record.get(); arrays > 0; arrays--) {
            int type = record.get() & 0x3f;
            for (int count = record.getShort(); count > 0; count--) {
                byte[] set = parameterSet(record);
                if (type >= 32 && type <= 34) {
                    sets.add(set);
                }
            }
        }
        return List.copyOf(sets);
    }

    private static byte[] parameterSet(ByteBuffer record) {
        byte[] set = new byte[record.getShort()];
        record.get(set);
        return set;
    }
}
