package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.motion.BlindTime;
import io.vedette.agent.motion.LumaPicture;
import io.vedette.agent.motion.MotionDetector;
import io.vedette.agent.motion.MotionMode;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.motion.MotionSink;
import io.vedette.agent.motion.opencv.OpenCvBlockScores;
import io.vedette.agent.pipeline.Packet;
import io.vedette.agent.pipeline.PictureTimes;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes one stream's pictures and shows them to a motion detector. Of each stretch of motion the pictures in which most
 * moves are made into JPEGs. One thread, the stream's.
 */
public final class MotionWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MotionWatch.class);
    private static final long CALM_NANOS = 2_000_000_000L;
    private static final long BETWEEN_JPEGS_NANOS = 400_000_000L;

    private final boolean keyFramesOnly;
    private final BlindTime blindTime = new BlindTime();
    private final MotionDetector detector;
    private final MotionSink sink;
    private final PictureSource pictures;
    private final PictureTimes times = new PictureTimes();
    private long movedAt;
    private long jpegAt;
    private int best;

    /** Closes the pictures with itself. */
    public MotionWatch(PictureSource pictures, MotionSettings settings, MotionSink sink) {
        this.keyFramesOnly = settings.mode() == MotionMode.ECO;
        this.detector = new MotionDetector(
                () -> new OpenCvBlockScores(settings.areas().masks()), keyFramesOnly ? 1 : 2, settings.areas());
        this.sink = sink;
        this.pictures = pictures;
    }

    /** @param packet the one the stream handed over last */
    public void accept(Packet packet) {
        long taken = times.taken(packet);
        if (keyFramesOnly && !packet.key()) {
            return;
        }
        if (keyFramesOnly) {
            blindTime.seen(taken).ifPresent(MotionWatch::say);
        }
        Optional<AVFrame> decoded = pictures.picture();
        if (decoded.isEmpty()) {
            return;
        }
        AVFrame frame = decoded.get();
        int stride = frame.linesize(0);
        if (stride < frame.width() || frame.data(0) == null) {
            return;
        }
        ByteBuffer luma = frame.data(0).capacity((long) stride * frame.height()).asByteBuffer();
        detector.look(new LumaPicture(luma, frame.width(), frame.height(), stride, taken))
                .ifPresent(look -> sink.looked(taken, look.motion(), look.motion() ? jpeg(frame, look) : null));
    }

    private static void say(Duration blind) {
        String seconds = String.format(Locale.ROOT, "%.1f s", blind.toMillis() / 1000.0);
        LOG.info("motion is looked for in key frames, one every {}: what is in sight for less may go unseen", seconds);
    }

    private byte @Nullable [] jpeg(AVFrame frame, MotionDetector.Look look) {
        if (look.takenNanos() - movedAt > CALM_NANOS) {
            best = 0;
        }
        movedAt = look.takenNanos();
        if (look.size() <= best || best > 0 && look.takenNanos() - jpegAt < BETWEEN_JPEGS_NANOS) {
            return null;
        }
        best = look.size();
        jpegAt = look.takenNanos();
        return JpegEncoder.encode(frame).orElse(null);
    }

    @Override
    public void close() {
        pictures.close();
        detector.close();
    }
}
