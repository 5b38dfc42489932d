package io.vedette.agent.fmp4;

import io.vedette.contracts.media.BoxReader;
import io.vedette.contracts.media.StreamDescription;
import java.nio.ByteBuffer;

/** A key frame with whatever a camera may put into it. */
public final class ParameterSetsFuzz {
    private static final int MOST_PICTURE = 16_384;

    private ParameterSetsFuzz() {}

    public static void fuzzerTestOneInput(byte[] keyFrame) {
        for (VideoCodec codec : VideoCodec.values()) {
            codec.configIn(ByteBuffer.wrap(keyFrame)).ifPresent(ParameterSetsFuzz::used);
            codec.continuesPicture(ByteBuffer.wrap(keyFrame));
            Fragmenter fragmenter = new Fragmenter(codec, null);
            fragmenter.video(0, 0, true, ByteBuffer.wrap(keyFrame));
            fragmenter.finish();
        }
    }

    private static void used(VideoConfig config) {
        if (config.width() < 1
                || config.width() > MOST_PICTURE
                || config.height() < 1
                || config.height() > MOST_PICTURE) {
            throw new IllegalStateException("a size that no picture has");
        }
        ByteBuffer init = new InitSegment(config, null).bytes();
        // what we write we must be able to read again after a crash
        StreamDescription read = BoxReader.children(init).stream()
                .filter(box -> box.type().equals("moov"))
                .findFirst()
                .flatMap(moov -> StreamDescription.of(moov.body()))
                .orElseThrow();
        if (!read.mime().contains(config.codec())) {
            throw new IllegalStateException("read as " + read.mime() + ", written as " + config.codec());
        }
    }
}
