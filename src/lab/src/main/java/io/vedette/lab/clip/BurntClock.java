package io.vedette.lab.clip;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;

/**
 * Where the clock stands in the picture and how it is painted. Everything is in pixels of the main picture, 1280x720.
 *
 * <p>The bar code fills one cell of the 20x12 grid on which motion is judged, the digits another that does not touch it, and
 * both are grey on grey: no motion detector with a grain of that size takes the clock for a visitor. Digits are drawn as seven
 * segments because a machine without a single font must be able to make the clip.
 */
public final class BurntClock {
    /** Rows and columns of blocks. */
    public static final int SIDE = 4;

    /** The bar code with its quiet zone. */
    public static final Rectangle CODE = new Rectangle(1152, 60, 64, 60);

    static final Rectangle DIGITS = new Rectangle(1024, 60, 64, 60);

    private static final int BLOCK = 12;
    private static final Color QUIET = new Color(96, 98, 102);
    private static final Color DARK = new Color(75, 77, 81);
    private static final Color LIGHT = new Color(117, 119, 123);
    private static final Color INK = new Color(160, 162, 166);
    private static final int DIGIT_WIDTH = 12;
    private static final int DIGIT_HEIGHT = 26;
    private static final int STROKE = 3;
    // segments a..g of the digits 0..9, lowest bit is a (the top bar)
    private static final int[] SEGMENTS = {0x3f, 0x06, 0x5b, 0x4f, 0x66, 0x6d, 0x7d, 0x07, 0x7f, 0x6f};

    private BurntClock() {}

    /** The area of one block; 0 is the top left one, and the highest bit of {@link ClockCode#encode}. */
    public static Rectangle block(int number) {
        int left = CODE.x + (CODE.width - SIDE * BLOCK) / 2;
        int top = CODE.y + (CODE.height - SIDE * BLOCK) / 2;
        return new Rectangle(left + number % SIDE * BLOCK, top + number / SIDE * BLOCK, BLOCK, BLOCK);
    }

    static void paint(Graphics2D g, int tenths) {
        g.setColor(QUIET);
        g.fill(CODE);
        g.fill(DIGITS);
        int word = ClockCode.encode(tenths);
        for (int number = 0; number < ClockCode.BITS; number++) {
            g.setColor((word >> (ClockCode.BITS - 1 - number) & 1) == 1 ? LIGHT : DARK);
            g.fill(block(number));
        }
        g.setColor(INK);
        int top = DIGITS.y + (DIGITS.height - DIGIT_HEIGHT) / 2;
        digit(g, DIGITS.x + 5, top, tenths / 100 % 10);
        digit(g, DIGITS.x + 22, top, tenths / 10 % 10);
        g.fillRect(DIGITS.x + 37, top + DIGIT_HEIGHT - STROKE, STROKE, STROKE);
        digit(g, DIGITS.x + 44, top, tenths % 10);
    }

    private static void digit(Graphics2D g, int x, int y, int value) {
        int lit = SEGMENTS[value];
        int half = DIGIT_HEIGHT / 2;
        int right = x + DIGIT_WIDTH - STROKE;
        bar(g, lit, 0, x, y, DIGIT_WIDTH, STROKE);
        bar(g, lit, 1, right, y, STROKE, half);
        bar(g, lit, 2, right, y + half, STROKE, half);
        bar(g, lit, 3, x, y + DIGIT_HEIGHT - STROKE, DIGIT_WIDTH, STROKE);
        bar(g, lit, 4, x, y + half, STROKE, half);
        bar(g, lit, 5, x, y, STROKE, half);
        bar(g, lit, 6, x, y + half - 1, DIGIT_WIDTH, STROKE);
    }

    private static void bar(Graphics2D g, int lit, int segment, int x, int y, int width, int height) {
        if ((lit >> segment & 1) == 1) {
            g.fillRect(x, y, width, height);
        }
    }
}
