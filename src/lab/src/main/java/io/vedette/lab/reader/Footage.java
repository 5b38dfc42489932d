package io.vedette.lab.reader;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_FATAL;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegLogCallback;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/** Plays a file of any kind that FFmpeg knows, brightness alone, one picture after the other. */
public final class Footage {
    private Footage() {}

    /** Is shown one picture after the other. */
    public interface Viewer {
        /**
         * @param luma direct, {@code stride} bytes a row; borrowed for the call
         * @param nanos since the first picture, by the file's own times
         */
        void see(ByteBuffer luma, int width, int height, int stride, long nanos);
    }

    /** @throws MediaFault when the file cannot be read to its end */
    public static void play(Path file, Viewer viewer) throws MediaFault {
        FFmpegLogCallback.setLevel(AV_LOG_FATAL);
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.setImageMode(FrameGrabber.ImageMode.RAW);
            grabber.setVideoOption("threads", "1");

            grabber.start();
            long first = Long.MIN_VALUE;
            for (Frame grabbed = grabber.grabImage(); grabbed != null; grabbed = grabber.grabImage()) {
                AVFrame picture = (AVFrame) grabbed.opaque;
                first = first == Long.MIN_VALUE ? grabbed.timestamp : first;
                int stride = picture.linesize(0);
                ByteBuffer luma = picture.data(0)
                        .capacity((long) stride * picture.height())
                        .asByteBuffer();
                viewer.see(luma, picture.width(), picture.height(), stride, (grabbed.timestamp - first) * 1000);
            }
        } catch (FrameGrabber.Exception e) {
            throw new MediaFault("cannot be read", e);
        }
    }
}
