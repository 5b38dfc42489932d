package io.vedette.agent.motion.opencv;

import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.vedette.agent.motion.BlockScores;
import java.nio.FloatBuffer;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Fits one picture to another, block by block, by gain and offset. Pixels that are masked are zero in both; dividing by the
 * share of the others makes each mean one over those alone.
 */
final class BlockFit implements AutoCloseable {
    private static final double DARKEST_GAIN = 0.2;
    private static final double BRIGHTEST_GAIN = 4;
    /** Of a block that must be in sight for it to say anything. */
    static final double LEAST_SHARE = 0.1;

    private final Size blocks;
    private final double[] share;
    private final Mat product = new Mat();
    private final Mat meanC = new Mat();
    private final Mat meanB = new Mat();
    private final Mat meanCc = new Mat();
    private final Mat meanBb = new Mat();
    private final Mat meanCb = new Mat();

    /** @param share of each block that is not masked, 0 to 1 */
    BlockFit(Size blocks, double[] share) {
        this.blocks = blocks;
        this.share = share;
    }

    /**
     * @param score receives the part of {@code c} that {@code b} does not explain, in grey levels
     * @param mean receives the means of {@code c}; of a block that is out of sight, what those in sight have on average
     * @param texture receives the standard deviations of {@code b}
     */
    void of(Mat c, Mat b, double[] score, double[] mean, double[] texture) {
        means(c, meanC);
        means(b, meanB);
        multiply(c, c, product);
        means(product, meanCc);
        multiply(b, b, product);
        means(product, meanBb);
        multiply(c, b, product);
        means(product, meanCb);
        FloatBuffer mc = meanC.createBuffer();
        FloatBuffer mb = meanB.createBuffer();
        FloatBuffer cc = meanCc.createBuffer();
        FloatBuffer bb = meanBb.createBuffer();
        FloatBuffer cb = meanCb.createBuffer();
        for (int i = 0; i < BlockScores.BLOCKS; i++) {
            if (share[i] < LEAST_SHARE) {
                score[i] = 0;
                texture[i] = 0;
                continue;
            }
            double c1 = mc.get(i) / share[i];
            double b1 = mb.get(i) / share[i];
            double b2 = bb.get(i) / share[i];
            score[i] = Math.sqrt(unexplained(c1, b1, cc.get(i) / share[i], b2, cb.get(i) / share[i]));
            mean[i] = c1;
            texture[i] = Math.sqrt(Math.max(0, b2 - b1 * b1));
        }
        spread(mean);
    }

    /**
     * What is left of {@code c}, squared, on average over a place.
     *
     * @param c mean there, as {@code b}; {@code cc}, {@code bb} and {@code cb} the means of their products
     */
    static double unexplained(double c, double b, double cc, double bb, double cb) {
        double varC = cc - c * c;
        double varB = bb - b * b;
        double both = cb - c * b;
        double gain = varB > 1 ? Math.clamp(both / varB, DARKEST_GAIN, BRIGHTEST_GAIN) : 1;
        return Math.max(0, varC - 2 * gain * both + gain * gain * varB);
    }

    /** Else a large mask would make a place dark. */
    private void spread(double[] mean) {
        double average = IntStream.range(0, mean.length)
                .filter(i -> share[i] >= LEAST_SHARE)
                .mapToDouble(i -> mean[i])
                .average()
                .orElse(0);
        for (int i = 0; i < mean.length; i++) {
            mean[i] = share[i] < LEAST_SHARE ? average : mean[i];
        }
    }

    private void means(Mat picture, Mat into) {
        resize(picture, into, blocks, 0, 0, INTER_AREA);
    }

    @Override
    public void close() {
        for (Mat one : new Mat[] {product, meanC, meanB, meanCc, meanBb, meanCb}) {
            one.close();
        }
    }
}
