package io.vedette.lab.clip;

import java.awt.Rectangle;

/** A picture in YUV 4:2:0, limited range, by the matrix of ITU-R BT.601. Width and height are even. */
final class Planes {
    final int width;
    final int height;
    final byte[] luma;
    final byte[] blue;
    final byte[] red;

    Planes(int width, int height) {
        this.width = width;
        this.height = height;
        this.luma = new byte[width * height];
        this.blue = new byte[width * height / 4];
        this.red = new byte[width * height / 4];
    }

    /** Takes an area with even borders over from RGB pixels of the same size. */
    void convert(int[] rgb, Rectangle area) {
        for (int y = area.y; y < area.y + area.height; y += 2) {
            for (int x = area.x; x < area.x + area.width; x += 2) {
                int at = y * width + x;
                int r = 0;
                int b = 0;
                int g = 0;
                for (int i = 0; i < 4; i++) {
                    int where = at + (i & 1) + (i >> 1) * width;
                    int pixel = rgb[where];
                    int pr = pixel >> 16 & 0xff;
                    int pg = pixel >> 8 & 0xff;
                    int pb = pixel & 0xff;
                    luma[where] = (byte) (((66 * pr + 129 * pg + 25 * pb + 128) >> 8) + 16);
                    r += pr;
                    g += pg;
                    b += pb;
                }
                int half = y / 2 * (width / 2) + x / 2;
                blue[half] = (byte) (((-38 * r - 74 * g + 112 * b + 512) >> 10) + 128);
                red[half] = (byte) (((112 * r - 94 * g - 18 * b + 512) >> 10) + 128);
            }
        }
    }
}
