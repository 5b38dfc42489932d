package io.vedette.lab.reader;

import static org.bytedeco.ffmpeg.global.avcodec.*;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** Opens a recording as a stranger would and decodes all of it. */
public final class RecordingReader {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private RecordingReader() {}

    /** @throws MediaFault when the file is not there, is no media, or has no picture stream */
    public static Decoded decode(Path file) throws MediaFault {
        return decode(file, frame -> {});
    }

    /** As {@link #decode(Path)}, showing each picture to the viewer as it is decoded. */
    public static Decoded decode(Path file, Consumer<DecodedFrame> viewer) throws MediaFault {
        try (MediaInput input = MediaInput.open(file.toString(), Map.of(), LIMIT, System::nanoTime)) {
            return new RecordingReader().decodeAll(input, viewer);
        }
    }

    private final List<Decoded.Picture> pictures = new ArrayList<>();
    private int videoPackets;
    private int keyPackets;
    private boolean startsWithKey;
    private int audioPackets;
    private Duration audio = Duration.ZERO;

    private Decoded decodeAll(MediaInput input, Consumer<DecodedFrame> viewer) throws MediaFault {
        int video = input.firstVideo();
        AVPacket packet = av_packet_alloc();
        try (PictureDecoder decoder = new PictureDecoder(input.stream(video))) {
            PictureDecoder.Viewer see = frame -> {
                pictures.add(new Decoded.Picture(frame.pts(), frame.key(), frame.clock()));
                viewer.accept(frame);
            };
            while (input.read(packet)) {
                if (packet.stream_index() == video) {
                    countVideo(packet);
                    decoder.decode(packet, see);
                } else if (input.isAudio(packet.stream_index())) {
                    audioPackets++;
                    AVRational base = input.stream(packet.stream_index()).time_base();
                    audio = audio.plusNanos(packet.duration() * 1_000_000_000L * base.num() / base.den());
                }
                av_packet_unref(packet);
            }
            decoder.decode(null, see);
            var parameters = input.stream(video).codecpar();
            return new Decoded(
                    parameters.width(),
                    parameters.height(),
                    pictures,
                    videoPackets,
                    keyPackets,
                    startsWithKey,
                    audioPackets,
                    audio,
                    decoder.errors());
        } finally {
            av_packet_free(packet);
        }
    }

    private void countVideo(AVPacket packet) {
        boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        startsWithKey |= key && videoPackets == 0;
        videoPackets++;
        keyPackets += key ? 1 : 0;
    }
}
