package io.vedette.example;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FFmpegLogCallback;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/**
 * Looks at the key frames of a recording, through JavaCV. They are enough to tell night from day, and cost a small part of what
 * decoding every picture costs.
 */
final class KeyFrames {
    /** At two a second, ten minutes. */
    private static final int MOST = 1200;

    private KeyFrames() {}

    /** @throws IOException when there is nothing in the file that can be decoded */
    static List<Glance> of(Path file) throws IOException {
        FFmpegLogCallback.setLevel(avutil.AV_LOG_FATAL);
        List<Glance> glances = new ArrayList<>();
        try (var grabber = new FFmpegFrameGrabber(file.toFile())) {
            grabber.setImageMode(FrameGrabber.ImageMode.RAW); // the decoder's own planes: brightness is the first
            grabber.setVideoOption("threads", "1");
            grabber.setVideoOption("skip_frame", "nokey");
            grabber.start();
            long first = -1;
            for (Frame frame = grabber.grabImage();
                    frame != null && glances.size() < MOST;
                    frame = grabber.grabImage()) {
                first = first < 0 ? frame.timestamp : first;
                glances.add(glance(frame, (frame.timestamp - first) / 1000));
            }
        } catch (FrameGrabber.Exception e) {
            throw new IOException("cannot be decoded", e);
        }
        if (glances.isEmpty()) {
            throw new IOException("has no picture that can be decoded");
        }
        return glances;
    }

    private static Glance glance(Frame frame, long atMs) {
        AVFrame picture = (AVFrame) frame.opaque;
        int step = picture.linesize(0);
        ByteBuffer light =
                picture.data(0).capacity((long) step * picture.height()).asByteBuffer();
        int[] cells = new int[Glance.COLUMNS * Glance.ROWS];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = mean(light, step, picture, cell % Glance.COLUMNS, cell / Glance.COLUMNS);
        }
        return new Glance(Math.max(0, atMs), cells);
    }

    private static int mean(ByteBuffer light, int step, AVFrame picture, int column, int row) {
        int left = column * picture.width() / Glance.COLUMNS;
        int right = Math.max(left + 1, (column + 1) * picture.width() / Glance.COLUMNS);
        int top = row * picture.height() / Glance.ROWS;
        int bottom = Math.max(top + 1, (row + 1) * picture.height() / Glance.ROWS);
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += light.get(y * step + x) & 0xff;
            }
        }
        return (int) (sum / ((long) (right - left) * (bottom - top)));
    }
}
