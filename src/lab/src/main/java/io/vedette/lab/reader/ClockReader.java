package io.vedette.lab.reader;

import io.vedette.lab.clip.BurntClock;
import io.vedette.lab.clip.ClockCode;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the burnt-in clock off a picture of the yard, whatever its size: a decoded frame, a thumbnail, a browser's screenshot.
 * The answer is the position in the loop, in tenths of a second. A code that cannot be read with certainty is no answer.
 */
public final class ClockReader {
    private static final double WIDTH = 1280; // what BurntClock's rectangles are drawn on
    private static final double HEIGHT = 720;
    private static final double LEAST_CONTRAST = 14;
    private static final double MOST_DEVIATION = 0.36; // of the contrast, from the lightest or the darkest block

    private ClockReader() {}

    /** For a picture that is the whole frame. */
    public static Optional<Duration> read(BufferedImage image) {
        return read(image, new Rectangle(image.getWidth(), image.getHeight()));
    }

    /** For a picture in which the frame fills the given rectangle, such as the box of a video element on a page. */
    public static Optional<Duration> read(BufferedImage image, Rectangle2D frame) {
        if (!new Rectangle(image.getWidth(), image.getHeight()).contains(frame)) {
            throw new IllegalArgumentException(
                    frame + " reaches beyond a picture of " + image.getWidth() + "x" + image.getHeight());
        }
        return read(Luma.of(image), frame);
    }

    static Optional<Duration> read(Luma luma, Rectangle2D frame) {
        double[] blocks = new double[ClockCode.BITS];
        double darkest = 255;
        double lightest = 0;
        for (int number = 0; number < blocks.length; number++) {
            blocks[number] = mean(luma, frame, BurntClock.block(number));
            darkest = Math.min(darkest, blocks[number]);
            lightest = Math.max(lightest, blocks[number]);
        }
        double contrast = lightest - darkest;
        if (contrast < LEAST_CONTRAST) {
            return Optional.empty();
        }
        int word = 0;
        for (double block : blocks) {
            double level = (block - darkest) / contrast;
            if (Math.min(level, 1 - level) > MOST_DEVIATION) {
                return Optional.empty();
            }
            word = word << 1 | (level > 0.5 ? 1 : 0);
        }
        OptionalInt tenths = ClockCode.decode(word);
        return tenths.isPresent() ? Optional.of(Duration.ofMillis(100L * tenths.getAsInt())) : Optional.empty();
    }

    /** Over the inner half of the block, at least one pixel: its edges are blurred by scaling and compression. */
    private static double mean(Luma luma, Rectangle2D frame, Rectangle block) {
        double scaleX = frame.getWidth() / WIDTH;
        double scaleY = frame.getHeight() / HEIGHT;
        double centreX = frame.getX() + block.getCenterX() * scaleX;
        double centreY = frame.getY() + block.getCenterY() * scaleY;
        int left = (int) Math.floor(centreX - block.width * scaleX / 4);
        int right = (int) Math.max(left, Math.floor(centreX + block.width * scaleX / 4 - 1e-6));
        int top = (int) Math.floor(centreY - block.height * scaleY / 4);
        int bottom = (int) Math.max(top, Math.floor(centreY + block.height * scaleY / 4 - 1e-6));
        long sum = 0;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                sum += luma.at(x, y);
            }
        }
        return (double) sum / ((right - left + 1) * (bottom - top + 1));
    }
}
