package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;

import io.vedette.agent.camera.CameraStream;
import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.fmp4.InitSegment;
import io.vedette.agent.pipeline.Packet;
import io.vedette.agent.pipeline.SourceTracks;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/**
 * Pictures, and sound, of an input that libavformat takes apart. It is not probed: parameter sets are read from its description
 * and from its key frames, which saves up to two seconds before the first picture. One thread, a platform thread.
 */
public final class DemuxedStream implements CameraStream {
    private final Demuxer input;
    private final Tracks tracks;
    private final StreamStop stop;
    private final LongSupplier ticker;
    private final Deque<Packet> encoded = new ArrayDeque<>();

    private DemuxedStream(Demuxer input, Tracks tracks, StreamStop stop, LongSupplier ticker) {
        this.input = input;
        this.tracks = tracks;
        this.stop = stop;
        this.ticker = ticker;
    }

    /** Takes over the input, and closes it when there is nothing in it for us. */
    static DemuxedStream of(Demuxer input, boolean withSound, StreamStop stop, LongSupplier ticker) throws StreamEnded {
        try {
            return new DemuxedStream(input, Tracks.of(input, withSound), stop, ticker);
        } catch (StreamEnded e) {
            input.close();
            throw e;
        }
    }

    @Override
    public SourceTracks tracks() {
        return tracks.source();
    }

    /** The video stream's parameters, for a decoder; good while this stream is open. */
    AVCodecParameters videoParameters() {
        return input.stream(tracks.video()).codecpar();
    }

    /** The packet behind the last {@link #next} of a picture, for a decoder. */
    AVPacket current() {
        return input.current();
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
                return packet(packet, Packet.Track.VIDEO, tracks.videoRate(), InitSegment.VIDEO_TIMESCALE);
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

    private Packet packet(AVPacket packet, Packet.Track track, int rate, int wanted) {
        return new Packet(
                track,
                scale(packet.pts(), wanted, rate),
                scale(packet.dts(), wanted, rate),
                (packet.flags() & AV_PKT_FLAG_KEY) != 0,
                data(packet),
                ticker.getAsLong());
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
