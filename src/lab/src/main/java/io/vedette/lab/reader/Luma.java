package io.vedette.lab.reader;

import java.awt.image.BufferedImage;

/** Brightness of a picture, 0 to 255, by column and row. */
@FunctionalInterface
public interface Luma {
    int at(int x, int y);

    /** The brightness of an RGB picture, by the weights of ITU-R BT.601. */
    static Luma of(BufferedImage image) {
        return (x, y) -> {
            int pixel = image.getRGB(x, y);
            return (299 * (pixel >> 16 & 0xff) + 587 * (pixel >> 8 & 0xff) + 114 * (pixel & 0xff)) / 1000;
        };
    }
}
