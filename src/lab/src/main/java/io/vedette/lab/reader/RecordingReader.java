package io.vedette.lab.reader;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegLogCallback;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/** Opens a recording as a stranger would, through JavaCV: counts its packets, then decodes all of it. */
public final class RecordingReader {
    private final List<Decoded.Picture> pictures = new ArrayList<>();
    private int videoPackets;
    private int keyPackets;
    private boolean startsWithKey;
    private int audioPackets;
    private Duration audio = Duration.ZERO;
    private int damagedPackets;
    private int damagedPictures;

    private RecordingReader() {}

    /** @throws MediaFault when the file is not there, is no media, or has no picture stream */
    public static Decoded decode(Path file) throws MediaFault {
        return decode(file, frame -> {});
    }

    /** As {@link #decode(Path)}, showing each picture to the viewer as it is decoded. */
    public static Decoded decode(Path file, Consumer<DecodedFrame> viewer) throws MediaFault {
        FFmpegLogCallback.setLevel(AV_LOG_FATAL);
        RecordingReader reader = new RecordingReader();
        try (FFmpegFrameGrabber packets = open(file);
                FFmpegFrameGrabber frames = open(file)) {
            reader.count(packets);
            reader.watch(frames, viewer);
            return reader.result(frames.getImageWidth(), frames.getImageHeight());
        } catch (FrameGrabber.Exception e) {
            throw new MediaFault("cannot be read", e);
        }
    }

    private static FFmpegFrameGrabber open(Path file) throws MediaFault, FrameGrabber.Exception {
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
        try {
            grabber.setImageMode(FrameGrabber.ImageMode.RAW);
            grabber.setVideoOption("threads", "1");
            grabber.setVideoOption("err_detect", "crccheck+bitstream+buffer");
            grabber.start();
            if (!grabber.hasVideo()) {
                throw new MediaFault("has no picture", 0);
            }
            return grabber;
        } catch (MediaFault | FrameGrabber.Exception e) {
            grabber.close();
            throw e;
        }
    }

    private void count(FFmpegFrameGrabber grabber) throws FrameGrabber.Exception {
        int video = grabber.getVideoStream();
        for (AVPacket packet = grabber.grabPacket(); packet != null; packet = grabber.grabPacket()) {
            damagedPackets += (packet.flags() & AV_PKT_FLAG_CORRUPT) == 0 ? 0 : 1;
            if (packet.stream_index() == video) {
                boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
                startsWithKey |= key && videoPackets == 0;
                videoPackets++;
                keyPackets += key ? 1 : 0;
            } else if (packet.stream_index() == grabber.getAudioStream()) {
                audioPackets++;
                AVRational base = grabber.getFormatContext()
                        .streams(packet.stream_index())
                        .time_base();
                audio = audio.plusNanos(packet.duration() * 1_000_000_000L * base.num() / base.den());
            }
            av_packet_unref(packet);
        }
    }

    private void watch(FFmpegFrameGrabber grabber, Consumer<DecodedFrame> viewer) throws FrameGrabber.Exception {
        for (Frame grabbed = grabber.grabImage(); grabbed != null; grabbed = grabber.grabImage()) {
            AVFrame picture = (AVFrame) grabbed.opaque;
            boolean timed = picture.best_effort_timestamp() != AV_NOPTS_VALUE; // or JavaCV makes a time of it
            Duration pts = timed ? Duration.of(grabbed.timestamp, ChronoUnit.MICROS) : Duration.ZERO;
            DecodedFrame frame = new NativeFrame(picture, pts);
            pictures.add(new Decoded.Picture(pts, frame.key(), frame.clock()));
            damagedPictures += NativeFrame.isDamaged(picture) ? 1 : 0;
            viewer.accept(frame);
        }
    }

    /** JavaCV passes over a packet that does not decode: it shows as a picture that is missing. */
    private Decoded result(int width, int height) {
        int missing = Math.max(0, videoPackets - pictures.size());
        return new Decoded(
                width,
                height,
                pictures,
                videoPackets,
                keyPackets,
                startsWithKey,
                audioPackets,
                audio,
                damagedPackets + damagedPictures + missing);
    }
}
