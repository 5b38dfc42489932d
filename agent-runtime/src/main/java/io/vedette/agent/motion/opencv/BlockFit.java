package io.vedette.agent.motion.opencv;

import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import io.vedette.agent.motion.BlockScores;
import java.nio.FloatBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/** Fits one picture to another, block by block, by gain and offset. */
final class BlockFit implements AutoCloseable {
    private static final double DARKEST_GAIN = 0.2;
    private static final double BRIGHTEST_GAIN = 4;

    private final Size blocks;
    private final Mat product = new Mat();
    private final Mat meanC = new Mat();
    private final Mat meanB = new Mat();
    private final Mat meanCc = new Mat();
    private final Mat meanBb = new Mat();
    private final Mat meanCb = new Mat();

    BlockFit(Size blocks) {
        this.blocks = blocks;
    }

    /** @param score receives the part of {@code c} that {@code b} does not explain, in grey levels */
    void of(Mat c, Mat b, double[] score) {
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
            double varC = cc.get(i) - (double) mc.get(i) * mc.get(i);
            double varB = bb.get(i) - (double) mb.get(i) * mb.get(i);
            double both = cb.get(i) - (double) mc.get(i) * mb.get(i);
            double gain = varB > 1 ? Math.clamp(both / varB, DARKEST_GAIN, BRIGHTEST_GAIN) : 1;
            score[i] = Math.sqrt(Math.max(0, varC - 2 * gain * both + gain * gain * varB));
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
