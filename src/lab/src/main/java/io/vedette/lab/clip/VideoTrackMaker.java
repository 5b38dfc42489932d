package io.vedette.lab.clip;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Encodes a plan as H.264 Main profile at one size: no B frames, one key frame every two seconds. One thread. */
final class VideoTrackMaker implements AutoCloseable {
    private static final int CLOCK_RATE = 90_000; // RFC 6184, section 8.2.1

    private final Stage stage;
    private final SensorNoise noise;
    private final byte[] noisy;
    private final Encoder encoder;
    private final AVFrame frame;
    private final TrackRecorder recorder = new TrackRecorder();
    private final List<byte[]> parameterSets;
    private long count;

    VideoTrackMaker(ClipPlan plan, int width, int height, int bitsPerSecond, double noiseSigma) {
        this.stage = new Stage(plan, width, height);
        this.noise = new SensorNoise(noiseSigma);
        this.noisy = new byte[width * height];
        this.encoder = Encoder.open("libopenh264", (c, options) -> {
            c.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P).bit_rate(bitsPerSecond);
            c.gop_size(ClipPlan.GROUP_FRAMES).max_b_frames(0).thread_count(1);
            c.profile(AV_PROFILE_H264_MAIN);
            c.time_base().num(1).den(ClipPlan.FRAMES_PER_SECOND);
            c.framerate().num(ClipPlan.FRAMES_PER_SECOND).den(1);
            Encoder.option(options, "rc_mode", "bitrate");
            Encoder.option(options, "allow_skip_frames", "0");
        });
        this.parameterSets = AnnexB.split(encoder.extradata());
        this.frame = av_frame_alloc();
        frame.width(width).height(height).format(AV_PIX_FMT_YUV420P);
        av_frame_get_buffer(frame, 0);
    }

    void add(Duration position) {
        Planes picture = stage.pictureAt(position);
        noise.apply(picture.luma, noisy, picture.width);
        av_frame_make_writable(frame);
        Encoder.fill(frame, 0, noisy, picture.width);
        Encoder.fill(frame, 1, picture.blue, picture.width / 2);
        Encoder.fill(frame, 2, picture.red, picture.width / 2);
        frame.pict_type(count % ClipPlan.GROUP_FRAMES == 0 ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        frame.pts(count++);
        encoder.encode(frame).forEach(this::keep);
    }

    private void keep(EncodedUnit unit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(unit.bytes().length);
        for (byte[] nal : AnnexB.split(unit.bytes())) {
            if (AnnexB.isSlice(nal)) {
                out.writeBytes(ByteBuffer.allocate(4).putInt(nal.length).array());
                out.writeBytes(nal);
            }
        }
        recorder.add(new EncodedUnit(out.toByteArray(), unit.key()));
    }

    void write(Path path) throws IOException {
        encoder.encode(null).forEach(this::keep);
        recorder.write(path, CLOCK_RATE, CLOCK_RATE / ClipPlan.FRAMES_PER_SECOND, parameterSets);
    }

    @Override
    public void close() {
        av_frame_free(frame);
        encoder.close();
    }
}
