package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_PRFT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.fmp4.InitSegment;
import io.vedette.agent.pipeline.DecodeTimes;
import io.vedette.agent.pipeline.Packet;
import io.vedette.agent.pipeline.SourceTracks;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVProducerReferenceTime;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;
import org.jspecify.annotations.Nullable;

/**
 * Pictures, and sound, of an input that libavformat takes apart. It is not probed: parameter sets are read from its description
 * and from its key frames, which saves up to two seconds before the first picture. One thread, a platform thread.
 */
final class DemuxedStream implements WatchedStream {
    private final PacketSource input;
    private final Tracks tracks;
    private final StreamStop stop;
    private final LongSupplier ticker;
    private final Deque<Packet> encoded = new ArrayDeque<>();
    private final DecodeTimes decoding = new DecodeTimes(InitSegment.VIDEO_TIMESCALE);

    private DemuxedStream(PacketSource input, Tracks tracks, StreamStop stop, LongSupplier ticker) {
        this.input = input;
        this.tracks = tracks;
        this.stop = stop;
        this.ticker = ticker;
        if (tracks.described() != null) {
            decoding.reordered(tracks.described().reordered());
        }
    }

    /** Takes over the input, and closes it when there is nothing in it for us. */
    static DemuxedStream of(PacketSource input, boolean withSound, StreamStop stop, LongSupplier ticker)
            throws StreamEnded {
        try {
            Tracks tracks = Tracks.of(input, withSound);
            PacketSource whole = new WholePictures(input, tracks.video(), tracks.codec());
            return new DemuxedStream(whole, tracks, stop, ticker);
        } catch (StreamEnded e) {
            input.close();
            throw e;
        }
    }

    @Override
    public SourceTracks tracks() {
        return tracks.source();
    }

    @Override
    public PictureSource pictures(boolean keyFramesOnly) throws StreamEnded {
        PictureDecoder decoder = new PictureDecoder(input.parameters(tracks.video()), keyFramesOnly);
        return new PictureSource() {
            @Override
            public Optional<AVFrame> picture() {
                return decoder.decode(input.current());
            }

            @Override
            public void close() {
                decoder.close();
            }
        };
    }

    @Override
    public boolean decodesEveryPicture() {
        return false;
    }

    @Override
    public Packet next() throws StreamEnded {
        while (encoded.isEmpty()) {
            AVPacket packet = input.read();
            Tracks.SoundTrack sound = tracks.sound();
            if (packet.size() == 0) {
                continue;
            }
            if (packet.stream_index() == tracks.video()) {
                stop.heard(); // a camera whose sound goes on without pictures counts as silent
                return picture(packet(packet, Packet.Track.VIDEO, tracks.videoRate(), InitSegment.VIDEO_TIMESCALE));
            }
            if (sound != null && packet.stream_index() == sound.number()) {
                if (sound.encoder() == null) {
                    return packet(packet, Packet.Track.AUDIO, sound.rate(), sound.rate());
                }
                encode(packet, sound.encoder());
            }
        }
        return encoded.remove();
    }

    private void encode(AVPacket packet, SoundEncoder encoder) {
        long arrived = ticker.getAsLong();
        encoder.encode(packet.pts(), data(packet), (pts, frame) -> {
            ByteBuffer kept = ByteBuffer.allocate(frame.remaining()).put(frame).flip();
            encoded.add(new Packet(Packet.Track.AUDIO, pts, pts, true, kept, arrived));
        });
    }

    /** Of times of decoding libavformat has none, or the other ones, where it was told none. */
    private Packet picture(Packet told) {
        if (told.key()) {
            tracks.codec().configIn(told.data()).ifPresent(config -> decoding.reordered(config.reordered()));
        }
        long made = decoding.next(told.pts());
        boolean known = told.dts() != Packet.NO_TIME && told.dts() != told.pts();
        return known ? told : told.withDts(made);
    }

    private Packet packet(AVPacket packet, Packet.Track track, int rate, int wanted) {
        return new Packet(
                track,
                scale(packet.pts(), wanted, rate),
                scale(packet.dts(), wanted, rate),
                (packet.flags() & AV_PKT_FLAG_KEY) != 0,
                data(packet),
                ticker.getAsLong(),
                sentAt(packet));
    }

    /** What libavformat makes of the camera's sender reports (RFC 3550, section 6.4.1), once one has come. */
    private static @Nullable Instant sentAt(AVPacket packet) {
        try (BytePointer found = av_packet_get_side_data(packet, AV_PKT_DATA_PRFT, (SizeTPointer) null)) {
            return found == null || found.isNull()
                    ? null
                    : Instant.EPOCH.plus(new AVProducerReferenceTime(found).wallclock(), ChronoUnit.MICROS);
        }
    }

    private static ByteBuffer data(AVPacket packet) {
        return packet.data().capacity(packet.size()).asByteBuffer();
    }

    private static long scale(long time, int wanted, int rate) {
        if (time == Packet.NO_TIME || wanted == rate) {
            return time;
        }
        return Math.round((double) time * wanted / rate);
    }

    @Override
    public void close() {
        Tracks.SoundTrack sound = tracks.sound();
        if (sound != null && sound.encoder() != null) {
            sound.encoder().close();
        }
        input.close();
    }
}
