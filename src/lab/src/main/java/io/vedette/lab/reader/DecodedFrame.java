package io.vedette.lab.reader;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;

/**
 * One decoded picture, valid only during the call it is handed to: whoever wants to keep something keeps the image or the values.
 *
 * <p>{@code pts} is the presentation time as the file or stream says it; {@code clock} the position of the loop as burnt into the
 * picture, when it can be read. The first picture of a live stream often has no time; it is given zero.
 */
public interface DecodedFrame {
    Duration pts();

    boolean key();

    int width();

    int height();

    Optional<Duration> clock();

    /** Brightness, row after row. */
    byte[] luma();

    BufferedImage image();
}
