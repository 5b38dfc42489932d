package io.vedette.lab.reader;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVProducerReferenceTime;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * Watches an RTSP stream as any player would. For tests of cameras; call it on platform threads only, because waiting for the next
 * packet holds the thread in native code. One thread at a time.
 *
 * <p>It uses FFmpeg directly, unlike {@link RecordingReader}. JavaCV's grabber says {@code null} for the end of a stream and for every
 * fault alike, gives FFmpeg's error number only inside a text, keeps the packets that carry the camera's wall clock to itself while
 * it decodes, and cannot be interrupted from outside while it opens or reads. Tests of cameras ask for all four.
 */
public final class StreamReader implements AutoCloseable {
    private static final long MICROS = 1_000_000L;

    private final MediaInput input;
    private final PictureDecoder decoder;
    private final AVPacket packet = av_packet_alloc();
    private final Deque<Seen> ready = new ArrayDeque<>();
    private final int video;
    private boolean ended;
    private int audioPackets;

    /**
     * A picture of the stream.
     *
     * @param clock the position of the loop as read off the picture
     * @param wallClock when the camera says it was taken; empty until its first report. FFmpeg hands a picture out when the next
     *     one begins, and with the next one's time: expect it to be late by up to one picture
     */
    public record Seen(Duration pts, boolean key, Optional<Duration> clock, Optional<Instant> wallClock) {}

    private StreamReader(MediaInput input, int video) throws MediaFault {
        this.input = input;
        this.video = video;
        this.decoder = new PictureDecoder(input.stream(video));
    }

    /**
     * Opens a stream over TCP.
     *
     * @param url without user and password
     * @param limit for opening, and later for each picture
     * @throws MediaFault when the camera cannot be reached, refuses, or shows no picture
     */
    public static StreamReader open(String url, String user, String password, Duration limit, LongSupplier ticker)
            throws MediaFault {
        return open(url, user, password, "tcp", limit, ticker);
    }

    /** The same by {@code tcp} or {@code udp}. */
    public static StreamReader open(
            String url, String user, String password, String transport, Duration limit, LongSupplier ticker)
            throws MediaFault {
        String login = encoded(user) + ":" + encoded(password) + "@";
        Map<String, String> settings = Map.of("rtsp_transport", transport, "analyzeduration", "500000");
        MediaInput input = MediaInput.open(url.replace("://", "://" + login), settings, limit, ticker);
        try {
            return new StreamReader(input, input.firstVideo());
        } catch (MediaFault e) {
            input.close();
            throw e;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The next picture; empty when the camera ended the stream. */
    public Optional<Seen> next() throws MediaFault {
        while (ready.isEmpty() && !ended) {
            ended = !input.read(packet);
            if (!ended && packet.stream_index() == video) {
                Optional<Instant> wall = wallClock();
                decoder.decode(packet, frame -> ready.add(new Seen(frame.pts(), frame.key(), frame.clock(), wall)));
            } else if (!ended && input.isAudio(packet.stream_index())) {
                audioPackets++;
            }
            av_packet_unref(packet);
        }
        return Optional.ofNullable(ready.poll());
    }

    private Optional<Instant> wallClock() {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer data = av_packet_get_side_data(packet, AV_PKT_DATA_PRFT, size);
            if (data == null || data.isNull()) {
                return Optional.empty();
            }
            long micros = new AVProducerReferenceTime(data).wallclock();
            return Optional.of(
                    Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000));
        }
    }

    /** How many packets of sound came by so far. */
    public int audioPackets() {
        return audioPackets;
    }

    /** How many packets or pictures FFmpeg found fault with so far. */
    public int decodeErrors() {
        return decoder.errors();
    }

    /** Makes the wait that is under way fail at once. The only call allowed from another thread. */
    public void interrupt() {
        input.interrupt();
    }

    @Override
    public void close() {
        decoder.close();
        av_packet_free(packet);
        input.close();
    }
}
