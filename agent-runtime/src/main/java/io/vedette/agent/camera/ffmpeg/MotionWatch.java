package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.motion.BlindTime;
import io.vedette.agent.motion.LumaPicture;
import io.vedette.agent.motion.MotionDetector;
import io.vedette.agent.motion.MotionMode;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.motion.MotionSink;
import io.vedette.agent.motion.Shot;
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
    private static final long BETWEEN_SHOTS_NANOS = 400_000_000L;
    private static final long BETWEEN_CALM_SHOTS_NANOS = 10_000_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final boolean keyFramesOnly;
    private final BlindTime blindTime = new BlindTime();
    private final MotionDetector detector;
    private final MotionSink sink;
    private final PictureSource pictures;
    private final PictureTimes times = new PictureTimes();
    private long movedAt;
    private long tellingAt;
    private long shotAt = NEVER;
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
                .ifPresent(look -> sink.looked(look, shot(frame, look)));
    }

    private static void say(Duration blind) {
        String seconds = String.format(Locale.ROOT, "%.1f s", blind.toMillis() / 1000.0);
        LOG.info("motion is looked for in key frames, one every {}: what is in sight for less may go unseen", seconds);
    }

    /** Of what moves, where more of it does than before; else one every ten seconds, for recordings in which nothing moves. */
    private @Nullable Shot shot(AVFrame frame, MotionDetector.Look look) {
        boolean telling = look.motion() && grows(look);
        if (!telling && shotAt != NEVER && look.takenNanos() - shotAt < BETWEEN_CALM_SHOTS_NANOS) {
            return null;
        }
        shotAt = look.takenNanos();
        return JpegEncoder.encode(frame).map(jpeg -> new Shot(jpeg, telling)).orElse(null);
    }

    private boolean grows(MotionDetector.Look look) {
        if (look.takenNanos() - movedAt > CALM_NANOS) {
            best = 0;
        }
        movedAt = look.takenNanos();
        if (look.size() <= best || best > 0 && look.takenNanos() - tellingAt < BETWEEN_SHOTS_NANOS) {
            return false;
        }
        best = look.size();
        tellingAt = look.takenNanos();
        return true;
    }

    @Override
    public void close() {
        pictures.close();
        detector.close();
    }
}
