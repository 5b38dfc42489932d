package io.vedette.lab.scene;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_MAIN;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.FFmpegLogCallback;
import org.bytedeco.javacv.Frame;

/** A made scene as a camera would send it: H.264 Main profile at a constant rate, a key frame every two seconds. */
public final class Film {
    private static final byte NO_COLOUR = (byte) 128;

    private Film() {}

    /** Writes the scene as a file (MP4). The picture is grey. */
    public static void make(MadeScene scene, int bitsPerSecond, Path file) throws IOException {
        FFmpegLogCallback.setLevel(AV_LOG_FATAL);
        byte[] luma = new byte[MadeScene.WIDTH * MadeScene.HEIGHT];
        byte[] colour = new byte[luma.length / 2];
        Arrays.fill(colour, NO_COLOUR);
        ByteBuffer picture = ByteBuffer.allocateDirect(luma.length + colour.length);
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), MadeScene.WIDTH, MadeScene.HEIGHT)) {
            recorder.setFormat("mp4");
            recorder.setVideoCodecName("libopenh264");
            recorder.setVideoProfile(AV_PROFILE_H264_MAIN);
            recorder.setVideoBitrate(bitsPerSecond);
            recorder.setVideoOption("rc_mode", "bitrate");
            recorder.setVideoOption("allow_skip_frames", "0");
            recorder.setVideoOption("threads", "1");
            recorder.setFrameRate(MadeScene.FRAMES_PER_SECOND);
            recorder.setGopSize(2 * MadeScene.FRAMES_PER_SECOND);
            recorder.setMaxBFrames(0);
            recorder.start();
            for (int frame = 0; frame < scene.frames(); frame++) {
                scene.draw(frame, luma);
                picture.clear().put(luma).put(colour).flip();
                recorder.recordImage(
                        MadeScene.WIDTH,
                        MadeScene.HEIGHT,
                        Frame.DEPTH_UBYTE,
                        1,
                        MadeScene.WIDTH,
                        AV_PIX_FMT_YUV420P,
                        picture);
            }
        }
    }
}
