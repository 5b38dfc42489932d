package io.vedette.lab.reader;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** A frame in FFmpeg's memory, 4:2:0 with eight bits; copied plane by plane when asked for. */
final class NativeFrame implements DecodedFrame {
    private final AVFrame frame;
    private final Duration pts;

    NativeFrame(AVFrame frame, Duration pts) {
        this.frame = frame;
        this.pts = pts;
    }

    /** Whether the decoder found fault with the picture, and perhaps guessed some of it. */
    static boolean isDamaged(AVFrame frame) {
        return frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
    }

    @Override
    public Duration pts() {
        return pts;
    }

    @Override
    public boolean key() {
        return (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
    }

    @Override
    public int width() {
        return frame.width();
    }

    @Override
    public int height() {
        return frame.height();
    }

    @Override
    public Optional<Duration> clock() {
        BytePointer data = frame.data(0);
        int step = frame.linesize(0);
        return ClockReader.read(
                (x, y) -> data.get((long) y * step + x) & 0xff, new Rectangle(frame.width(), frame.height()));
    }

    @Override
    public byte[] luma() {
        return plane(0, frame.width(), frame.height());
    }

    @Override
    public BufferedImage image() {
        int width = frame.width();
        int height = frame.height();
        byte[] y = luma();
        byte[] u = plane(1, (width + 1) / 2, (height + 1) / 2);
        byte[] v = plane(2, (width + 1) / 2, (height + 1) / 2);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int half = row / 2 * ((width + 1) / 2) + column / 2;
                image.setRGB(column, row, rgb(y[row * width + column] & 0xff, u[half] & 0xff, v[half] & 0xff));
            }
        }
        return image;
    }

    /** ITU-R BT.601, limited range. */
    private static int rgb(int y, int u, int v) {
        int c = 298 * (y - 16) + 128;
        int red = Math.clamp((c + 409 * (v - 128)) >> 8, 0, 255);
        int green = Math.clamp((c - 100 * (u - 128) - 208 * (v - 128)) >> 8, 0, 255);
        int blue = Math.clamp((c + 516 * (u - 128)) >> 8, 0, 255);
        return red << 16 | green << 8 | blue;
    }

    private byte[] plane(int number, int width, int height) {
        BytePointer data = frame.data(number);
        int step = frame.linesize(number);
        byte[] bytes = new byte[width * height];
        for (int row = 0; row < height; row++) {
            data.position((long) row * step).get(bytes, row * width, width);
        }
        return bytes;
    }
}
