package io.vedette.lab.clip;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
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
            List<byte[]> configuration =
                    configuration(grabber.getFormatContext().streams(0).codecpar());
            cutter.write(track, clockRate, ticksPerUnit, configuration);
        }
    }

    private void add(AVPacket packet) {
        byte[] bytes = new byte[packet.size()];
        packet.data().get(bytes);
        data.writeBytes(bytes);
        ends.add(data.size() | ((packet.flags() & AV_PKT_FLAG_KEY) == 0 ? 0 : Integer.MIN_VALUE));
    }

    private static List<byte[]> configuration(AVCodecParameters parameters) {
        byte[] bytes = new byte[parameters.extradata_size()];
        parameters.extradata().get(bytes);
        if (parameters.codec_type() != AVMEDIA_TYPE_VIDEO) {
            return List.of(bytes);
        }
        // ISO/IEC 14496-15, section 5.3.3.1: after five bytes, a count and the SPS, a count and the PPS
        ByteBuffer record = ByteBuffer.wrap(bytes).position(5);
        return List.of(parameterSet(record), parameterSet(record));
    }

    private static byte[] parameterSet(ByteBuffer record) {
        record.get(); // there is one of each
        byte[] set = new byte[record.getShort()];
        record.get(set);
        return set;
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
