package io.vedette.agent.live;

import io.vedette.agent.fmp4.VideoCodec;
import io.vedette.agent.pipeline.CameraPipeline;
import io.vedette.agent.pipeline.Packet;
import io.vedette.agent.pipeline.SourceTracks;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HexFormat;

/** A real pipeline fed with packets that look like pictures: a key frame each second, ten pictures a second. */
final class MadePictures {
    /** Parameter sets of a tiny H.264 stream, 128 by 96. */
    private static final byte[] PARAMETERS = HexFormat.of().parseHex("000000016742000af841a20000000168ce3880");

    private static final int STEP = 9_000;

    final CameraPipeline pipeline = new CameraPipeline(Clock.systemUTC(), System::nanoTime);
    private final int pictureBytes;
    private long pictures;

    MadePictures(int pictureBytes) {
        this.pictureBytes = pictureBytes;
        connect();
    }

    void connect() {
        pipeline.connected(new SourceTracks(
                VideoCodec.H264,
                VideoCodec.H264.configIn(ByteBuffer.wrap(PARAMETERS)).orElseThrow(),
                null));
    }

    /** The next pictures, as quickly as they can be made. */
    void play(int count) {
        for (int i = 0; i < count; i++) {
            boolean key = pictures % 10 == 0;
            ByteBuffer picture = ByteBuffer.allocate((key ? PARAMETERS.length : 0) + 5 + pictureBytes);
            if (key) {
                picture.put(PARAMETERS);
            }
            picture.put(new byte[] {0, 0, 0, 1, (byte) (key ? 0x65 : 0x41)});
            while (picture.hasRemaining()) {
                picture.put((byte) 0x55);
            }
            long time = pictures++ * STEP;
            pipeline.accept(new Packet(Packet.Track.VIDEO, time, time, key, picture.flip(), System.nanoTime()));
        }
    }

    LiveSource source() {
        return listener -> {
            AutoCloseable heard = pipeline.subscribe(listener);
            return () -> {
                try {
                    heard.close();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            };
        };
    }
}
