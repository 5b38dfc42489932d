package io.vedette.agent.motion.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.vedette.agent.motion.BlockScores;
import io.vedette.agent.motion.LumaPicture;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.UByteRawIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Per block, what of the picture a change of gain and offset against the background cannot explain: the residual of a
 * straight line fitted through (background, picture), from area means of both, their squares and their product. A lamp, a
 * cloud or the camera's night filter is such a change; a person is not.
 */
public final class OpenCvBlockScores implements BlockScores {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final long RECENT_NANOS = 150_000_000L;
    private static final int MOST_RECENT = 8;

    private record Past(Mat picture, long takenNanos) {}

    private final Size small = new Size(WIDTH, HEIGHT);
    private final Size blocks = new Size(COLUMNS, ROWS);
    private final Size blur = new Size(5, 5);
    private final Mat scaled = new Mat();
    private final Mat blurred = new Mat();
    private final Mat now = new Mat();
    private final Mat background = new Mat();
    private final Mat mask = new Mat(ROWS, COLUMNS, CV_8UC1);
    private final Mat largeMask = new Mat();
    private final Mat blended = new Mat();
    private final BlockFit fit = new BlockFit(blocks);
    private final Deque<Past> past = new ArrayDeque<>();
    private final Deque<Mat> spare = new ArrayDeque<>();
    private final Scores scores = new Scores(new double[BLOCKS], new double[BLOCKS]);
    private boolean begun;

    public OpenCvBlockScores() {
        // The work is a fraction of a millisecond: threads of OpenCV's own would cost more than they give.
        setNumThreads(1);
    }

    @Override
    public Scores score(LumaPicture picture) {
        try (BytePointer pixels = new BytePointer(picture.luma());
                Mat whole = new Mat(picture.height(), picture.width(), CV_8UC1, pixels, picture.stride())) {
            resize(whole, scaled, small, 0, 0, INTER_AREA);
        }
        GaussianBlur(scaled, blurred, blur, 0);
        blurred.convertTo(now, CV_32FC1);
        if (!begun) {
            begun = true;
            now.copyTo(background);
        }
        fit.of(now, background, scores.background());
        java.util.Arrays.fill(scores.recent(), 0);
        Mat older = older(picture.takenNanos());
        if (older != null) {
            fit.of(now, older, scores.recent());
        }
        remember(picture.takenNanos());
        return scores;
    }

    /** The newest picture that is old enough; those before it are never wanted again. */
    private @org.jspecify.annotations.Nullable Mat older(long takenNanos) {
        Mat found = null;
        while (!past.isEmpty() && takenNanos - past.getFirst().takenNanos >= RECENT_NANOS) {
            if (found != null) {
                spare.add(found);
            }
            found = past.removeFirst().picture;
        }
        if (found != null) {
            past.addFirst(new Past(found, takenNanos - RECENT_NANOS));
        }
        return found;
    }

    private void remember(long takenNanos) {
        if (past.size() == MOST_RECENT) {
            spare.add(past.removeFirst().picture);
        }
        Mat copy = spare.isEmpty() ? new Mat() : spare.removeFirst();
        now.copyTo(copy);
        past.addLast(new Past(copy, takenNanos));
    }

    @Override
    public void learn(boolean[] active, double share, double shareUnderMotion) {
        boolean any = false;
        try (UByteRawIndexer cells = mask.createIndexer()) {
            for (int i = 0; i < BLOCKS; i++) {
                cells.put(i / COLUMNS, i % COLUMNS, active[i] ? 255 : 0);
                any |= active[i];
            }
        }
        if (any) {
            resize(mask, largeMask, small, 0, 0, INTER_NEAREST);
            addWeighted(background, 1 - shareUnderMotion, now, shareUnderMotion, 0, blended);
        }
        addWeighted(background, 1 - share, now, share, 0, background);
        if (any) {
            blended.copyTo(background, largeMask);
        }
    }

    @Override
    public void close() {
        past.forEach(p -> p.picture.close());
        spare.forEach(Mat::close);
        for (AutoCloseable one :
                new AutoCloseable[] {scaled, blurred, now, background, mask, largeMask, blended, fit}) {
            closeQuietly(one);
        }
        small.close();
        blocks.close();
        blur.close();
    }

    private static void closeQuietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException("a matrix cannot be given back", e);
        }
    }
}
