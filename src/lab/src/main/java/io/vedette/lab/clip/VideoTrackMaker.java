package io.vedette.lab.clip;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_MAIN;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Films a plan at one size, H.264 in Main profile or H.265: no B frames, key frames as the plan has them. One thread. */
final class VideoTrackMaker implements AutoCloseable {
    private static final int CLOCK_RATE = 90_000; // RFC 6184, section 8.2.1

    private static final String X265 = "keyint=%1$d:min-keyint=%1$d:scenecut=0:bframes=0:open-gop=0:log-level=none";

    private final Stage stage;
    private final SensorNoise noise;
    private final byte[] noisy;
    private final ByteBuffer picture;
    private final FFmpegFrameRecorder recorder;

    VideoTrackMaker(ClipPlan plan, int width, int height, int bitsPerSecond, double noiseSigma, Path film)
            throws IOException {
        this.stage = new Stage(plan, width, height);
        this.noise = new SensorNoise(noiseSigma);
        this.noisy = new byte[width * height];
        this.picture = ByteBuffer.allocateDirect(width * height * 3 / 2);
        this.recorder = new FFmpegFrameRecorder(film.toFile(), width, height);
        recorder.setFormat("mp4");
        recorder.setVideoBitrate(bitsPerSecond);
        switch (plan.form().pictures()) {
            case H264 -> {
                recorder.setVideoCodecName("libopenh264");
                recorder.setVideoProfile(AV_PROFILE_H264_MAIN);
                recorder.setVideoOption("rc_mode", "bitrate");
                recorder.setVideoOption("allow_skip_frames", "0");
            }
            case H265 -> {
                recorder.setVideoCodecName("libx265");
                recorder.setVideoOption("preset", "ultrafast");
                recorder.setVideoOption("x265-params", X265.formatted(plan.pictures(plan.group())));
            }
        }
        recorder.setVideoOption(
                "threads", "1"); // by itself JavaCV takes one for each core, and cuts pictures into slices
        recorder.setFrameRate(plan.form().raster().picturesPerSecond());
        recorder.setGopSize(plan.pictures(plan.group()));
        recorder.setMaxBFrames(0);
        recorder.start();
    }

    void add(Duration position) throws IOException {
        Planes planes = stage.pictureAt(position);
        noise.apply(planes.luma, noisy, planes.width);
        picture.clear().put(noisy).put(planes.blue).put(planes.red).flip();
        recorder.recordImage(
                planes.width, planes.height, Frame.DEPTH_UBYTE, 1, planes.width, AV_PIX_FMT_YUV420P, picture);
    }

    /** Cuts a film that is closed. */
    static void cut(ClipPlan plan, Path film, Path track) throws IOException {
        int ticks = CLOCK_RATE / plan.form().raster().picturesPerSecond();
        TrackCutter.cut(film, Integer.MAX_VALUE, track, CLOCK_RATE, ticks);
    }

    /** Ends the film. */
    @Override
    public void close() throws IOException {
        recorder.close();
    }
}
