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
    };

    /** Finds the first whole set of parameter sets between start codes; empty without one that can be read. */
    public abstract Optional<VideoConfig> configIn(ByteBuffer annexB);

    /**
     * False for parameter sets, which are in the init segment, where avc1 and hvc1 want them (ISO/IEC 14496-15, sections
     * 5.3.3.1.1 and 8.3.3.1.1), and for delimiters, which say nothing.
     */
    abstract boolean belongsToSamples(ByteBuffer unit);
}
