package io.vedette.agent.motion.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.addWeighted;
import static org.bytedeco.opencv.global.opencv_core.setNumThreads;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_NEAREST;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.vedette.agent.motion.BlockScores;
import io.vedette.agent.motion.LumaPicture;
import io.vedette.agent.motion.Polygon;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.UByteRawIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.jspecify.annotations.Nullable;

/**
 * Per block, what of the picture a change of gain and offset against the background cannot explain: the residual of a
 * straight line fitted through (background, picture), from area means of both, their squares and their product. A lamp, a
 * cloud or the camera's night filter is such a change; a person is not.
 */
public final class OpenCvBlockScores implements BlockScores {
    static final int WIDTH = 320;
    static final int HEIGHT = 180;

    private final Size small = new Size(WIDTH, HEIGHT);
    private final Size blocks = new Size(COLUMNS, ROWS);
    private final MedianOfThree lastThree = new MedianOfThree();
    private final RunningMean mean = new RunningMean();
    private final Smoothing smoothing = new Smoothing();
    private final Streaks streaks = new Streaks();
    private final Mat newest = new Mat();
    private final Mat median = new Mat();
    private final Mat seen = new Mat();
    private final Mat now = new Mat();
    private final Mat background = new Mat();
    private final Mat mask = new Mat(ROWS, COLUMNS, CV_8UC1);
    private final Mat largeMask = new Mat();
    private final Mat blended = new Mat();
    private final MaskedPixels masked;
    private final BlockFit fit;
    /** In the dark, where somebody far away is lost in the noise of a whole block. */
    private final WindowFit windows;

    private final Displacement displacement = new Displacement();
    private final EvenLight light = new EvenLight();
    private final RecentPictures recent = new RecentPictures();
    private final Scores scores =
            new Scores(new double[BLOCKS], new double[BLOCKS], new double[BLOCKS], new double[BLOCKS]);
    private final double[] alone = new double[BLOCKS];
    private final double[] unused = new double[BLOCKS];
    private long takenNanos;
    /** Mean of the picture scored last, in grey levels; of none so far: by day. */
    private double brightness = 255;

    private boolean begun;

    /** @param masks never looked at */
    public OpenCvBlockScores(List<Polygon> masks) {
        // The work is a fraction of a millisecond: threads of OpenCV's own would cost more than they give.
        setNumThreads(1);
        masked = new MaskedPixels(masks, WIDTH, HEIGHT);
        fit = new BlockFit(blocks, masked.seenShares());
        windows = new WindowFit(masked);
    }

    @Override
    public void add(LumaPicture picture) {
        takenNanos = picture.takenNanos();
        try (BytePointer pixels = new BytePointer(picture.luma());
                Mat whole = new Mat(picture.height(), picture.width(), CV_8UC1, pixels, picture.stride())) {
            Mat next = lastThree.next(takenNanos);
            resize(whole, next, small, 0, 0, INTER_AREA);
            mean.add(next, takenNanos);
        }
    }

    @Override
    public Optional<double[]> alone() {
        if (!lastThree.areTogether()) {
            return Optional.empty();
        }
        lastThree.newest().convertTo(newest, CV_32FC1);
        masked.clear(newest);
        lastThree.median().convertTo(median, CV_32FC1);
        masked.clear(median);
        fit.of(newest, median, alone, unused, unused);
        return Optional.of(alone);
    }

    @Override
    public Scores score(boolean rain, long notBefore) {
        boolean otherwise = smoothing.smooth(mean.value(), brightness, seen);
        masked.clear(seen);
        if (!begun || otherwise) {
            begun = true;
            seen.copyTo(background);
            recent.forget();
        }
        if (rain) {
            streaks.clear(seen, background, now);
        } else {
            seen.copyTo(now);
        }
        fit.of(now, background, scores.background(), scores.brightness(), scores.texture());
        brightness = Arrays.stream(scores.brightness()).average().orElse(brightness);
        Arrays.fill(scores.recent(), 0);
        Mat older = recent.olderThan(takenNanos, notBefore);
        if (isDark()) {
            fitWindows(older);
        } else if (older != null) {
            fit.of(now, older, scores.recent(), unused, unused);
        }
        recent.add(now, takenNanos);
        return scores;
    }

    /** The background last: whatever is asked of a block then is asked where it differs most from that. */
    private void fitWindows(@Nullable Mat older) {
        windows.see(now);
        if (older != null) {
            windows.against(older, scores.recent());
        }
        windows.against(background, scores.background());
    }

    @Override
    public boolean isDark() {
        return smoothing.isDark();
    }

    @Override
    public boolean areApart(int one, int other) {
        return isDark() ? windows.areApart(one, other) : one != other;
    }

    @Override
    public void displaced(boolean[] which, double[] difference) {
        each(which, difference, displacement::least);
    }

    @Override
    public void unevenlyLit(boolean[] which, double[] difference) {
        each(which, difference, light::unexplained);
    }

    /** How one block of a picture differs from that of another one. */
    private interface Difference {
        double of(Mat now, Mat background, int left, int top, int width, int height);
    }

    private void each(boolean[] which, double[] difference, Difference measure) {
        int width = WIDTH / COLUMNS;
        int height = HEIGHT / ROWS;
        for (int i = 0; i < BLOCKS; i++) {
            if (which[i]) {
                int left = isDark() ? Math.min(windows.left(i), WIDTH - width) : i % COLUMNS * width;
                int top = isDark() ? Math.min(windows.top(i), HEIGHT - height) : i / COLUMNS * height;
                difference[i] = measure.of(now, background, left, top, width, height);
            }
        }
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
            addWeighted(background, 1 - shareUnderMotion, seen, shareUnderMotion, 0, blended);
        }
        addWeighted(background, 1 - share, seen, share, 0, background);
        if (any) {
            blended.copyTo(background, largeMask);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable one : new AutoCloseable[] {
            lastThree,
            mean,
            smoothing,
            streaks,
            newest,
            median,
            seen,
            now,
            background,
            mask,
            largeMask,
            blended,
            fit,
            windows,
            displacement,
            recent,
            masked,
            small,
            blocks
        }) {
            closeQuietly(one);
        }
    }

    private static void closeQuietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException("a matrix cannot be given back", e);
        }
    }
}
