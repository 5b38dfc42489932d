package io.vedette.lab.clip;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/** Cuts an MP4 film of one stream into the units of a {@link Track}, which are stored as MP4 stores them. */
final class TrackCutter {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<Integer> ends = new ArrayList<>();

    private TrackCutter() {}

    /** @param most units beyond are left out */
    static void cut(Path film, int most, Path track, int clockRate, int ticksPerUnit) throws IOException {
        try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(film.toFile())) {
            grabber.start();
            TrackCutter cutter = new TrackCutter();
            for (AVPacket packet = grabber.grabPacket(); packet != null; packet = grabber.grabPacket()) {
                if (cutter.ends.size() < most) {
                    cutter.add(packet);
                }
                av_packet_unref(packet);
            }
            cutter.write(
                    track,
                    clockRate,
                    ticksPerUnit,
                    Configurations.of(grabber.getFormatContext().streams(0).codecpar()));
        }
    }

    /** The same for units that come from no film and need no configuration. */
    static void write(List<byte[]> units, Path track, int clockRate, int ticksPerUnit) throws IOException {
        TrackCutter cutter = new TrackCutter();
        for (byte[] unit : units) {
            cutter.data.writeBytes(unit);
            cutter.ends.add(cutter.data.size() | Integer.MIN_VALUE);
        }
        cutter.write(track, clockRate, ticksPerUnit, List.of());
    }

    private void add(AVPacket packet) {
        byte[] bytes = new byte[packet.size()];
        packet.data().get(bytes);
        data.writeBytes(bytes);
        ends.add(data.size() | ((packet.flags() & AV_PKT_FLAG_KEY) == 0 ? 0 : Integer.MIN_VALUE));
    }

    private void write(Path path, int clockRate, int ticksPerUnit, List<byte[]> configuration) throws IOException {
        int configBytes = configuration.stream().mapToInt(c -> 4 + c.length).sum();
        int head = 20 + configBytes + 4 * ends.size();
        ByteBuffer out = ByteBuffer.allocate(head + data.size());
        out.putInt(Track.MAGIC).putInt(clockRate).putInt(ticksPerUnit).putInt(configuration.size());
        configuration.forEach(c -> out.putInt(c.length).put(c));
        out.putInt(ends.size());
        ends.forEach(end -> out.putInt(head + end)); // the sign bit stays what it is
        out.put(data.toByteArray()).flip();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            while (out.hasRemaining()) {
                channel.write(out);
            }
            channel.force(true);
        }
    }
}
