package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.fmp4.InitSegment;
import io.vedette.agent.fmp4.VideoCodec;
import io.vedette.agent.pipeline.Packet;
import io.vedette.agent.pipeline.SourceTracks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that no recording can hold as they come: decoded, and encoded once as H.264. Whoever wants to look at them gets the
 * decoded ones, so nothing is done twice. They are timed by their arrival, since such sources have no clock. One thread.
 */
final class EncodedStream implements WatchedStream {
    private final PacketSource input;
    private final PictureDecoder decoder;
    private final StreamStop stop;
    private final LongSupplier ticker;
    private final int video;
    private final Deque<Packet> encoded = new ArrayDeque<>();
    private @Nullable PictureEncoder encoder;
    private @Nullable AVFrame picture;
    private long began = Packet.NO_TIME;

    private EncodedStream(PacketSource input, int video, StreamStop stop, LongSupplier ticker) throws StreamEnded {
        this.input = input;
        this.video = video;
        this.stop = stop;
        this.ticker = ticker;
        this.decoder = new PictureDecoder(input.parameters(video));
    }

    /** Takes over the input, whose first track is looked at alone. */
    static EncodedStream of(PacketSource input, StreamStop stop, LongSupplier ticker) throws StreamEnded {
        try {
            if (input.streams() == 0) {
                throw new StreamEnded(StreamEnded.Why.NO_PICTURE, "no track");
            }
            return new EncodedStream(input, 0, stop, ticker);
        } catch (StreamEnded e) {
            input.close();
            throw e;
        }
    }

    @Override
    public SourceTracks tracks() {
        return new SourceTracks(VideoCodec.H264, null, null);
    }

    @Override
    public Packet next() throws StreamEnded {
        while (encoded.isEmpty()) {
            picture = null;
            var packet = input.read();
            if (packet.stream_index() != video || packet.size() == 0) {
                continue;
            }
            Optional<AVFrame> decoded = decoder.decode(packet);
            if (decoded.isPresent()) {
                stop.heard();
                picture = decoded.get();
                encode(decoded.get());
            }
        }
        return encoded.remove();
    }

    private void encode(AVFrame frame) throws StreamEnded {
        long now = ticker.getAsLong();
        began = began == Packet.NO_TIME ? now : began;
        long pts = Math.round((now - began) * (InitSegment.VIDEO_TIMESCALE / 1e9));
        if (encoder == null || !encoder.fits(frame)) {
            if (encoder != null) {
                encoder.close();
            }
            encoder = PictureEncoder.open(frame.width(), frame.height());
        }
        encoder.encode(
                frame, pts, (key, data) -> encoded.add(new Packet(Packet.Track.VIDEO, pts, pts, key, data, now)));
    }

    @Override
    public PictureSource pictures() {
        return new PictureSource() {
            @Override
            public Optional<AVFrame> picture() {
                return Optional.ofNullable(picture);
            }

            @Override
            public void close() {
                // the picture is the stream's
            }
        };
    }

    @Override
    public boolean decodesEveryPicture() {
        return true;
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
        }
        decoder.close();
        input.close();
    }
}
