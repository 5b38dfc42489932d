package io.vedette.agent.fmp4;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How a camera encodes its pictures; both come as NAL units behind start codes. */
public enum VideoCodec {
    /** ITU-T H.264. */
    H264 {
        @Override
        public Optional<VideoConfig> configIn(ByteBuffer annexB) {
            return H264Config.in(annexB).map(VideoConfig.class::cast);
        }

        @Override
        boolean belongsToSamples(ByteBuffer unit) {
            int type = H264Config.type(unit);
            return type != H264Config.SPS && type != H264Config.PPS && type != H264Config.DELIMITER;
        }

        /** The number of its first macroblock: a single bit for the first of all (section 7.3.3). */
        @Override
        Slice slice(ByteBuffer unit) {
            int type = H264Config.type(unit);
            if (type != 1 && type != 2 && type != H264Config.IDR) {
                return Slice.NONE;
            }
            return (unit.get(unit.position() + 1) & 0x80) != 0 ? Slice.FIRST : Slice.LATER;
        }
    },
    /** ITU-T H.265. */
    H265 {
        @Override
        public Optional<VideoConfig> configIn(ByteBuffer annexB) {
            return H265Config.in(annexB).map(VideoConfig.class::cast);
        }

        @Override
        boolean belongsToSamples(ByteBuffer unit) {
            int type = H265Config.type(unit);
            return type < H265Config.VPS || type > H265Config.DELIMITER;
        }

        /** first_slice_segment_in_pic_flag (section 7.3.6.1). */
        @Override
        Slice slice(ByteBuffer unit) {
            if (H265Config.type(unit) >= H265Config.VPS || unit.remaining() < 3) {
                return Slice.NONE;
            }
            return (unit.get(unit.position() + 2) & 0x80) != 0 ? Slice.FIRST : Slice.LATER;
        }
    };

    /** Finds the first whole set of parameter sets between start codes; empty without one that can be read. */
    public abstract Optional<VideoConfig> configIn(ByteBuffer annexB);

    /**
     * False for parameter sets, which are in the init segment, where avc1 and hvc1 want them (ISO/IEC 14496-15, sections
     * 5.3.3.1.1 and 8.3.3.1.1), and for delimiters, which say nothing.
     */
    abstract boolean belongsToSamples(ByteBuffer unit);

    /** What a NAL unit is to its picture. */
    enum Slice {
        FIRST,
        LATER,
        NONE
    }

    /** @param unit without its start code, its end may be cut off; has two bytes at least */
    abstract Slice slice(ByteBuffer unit);

    /**
     * True when the picture these units are of has begun before them. A camera that repeats its parameter sets before every slice,
     * and not before every picture, makes two pictures of one for whoever goes by the letter (H.264, section 7.4.1.2.3).
     */
    public boolean continuesPicture(ByteBuffer annexB) {
        for (int at = AnnexB.next(annexB, annexB.position()); at >= 0; at = AnnexB.next(annexB, at)) {
            Slice slice = annexB.limit() - at < 2 ? Slice.NONE : slice(annexB.slice(at, annexB.limit() - at));
            if (slice != Slice.NONE) {
                return slice == Slice.LATER;
            }
        }
        return false;
    }
}
