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
    private final PictureInput input;
    private final PictureDecoder decoder;
    private final StreamStop stop;
    private final LongSupplier ticker;
    private final Deque<Packet> encoded = new ArrayDeque<>();
    private @Nullable PictureEncoder encoder;
    private @Nullable AVFrame picture;
    private long began = Packet.NO_TIME;

    private EncodedStream(PictureInput input, PictureDecoder decoder, StreamStop stop, LongSupplier ticker) {
        this.input = input;
        this.decoder = decoder;
        this.stop = stop;
        this.ticker = ticker;
    }

    /** Takes over the input, and closes it when there is no decoder for it. */
    static EncodedStream of(PictureInput input, StreamStop stop, LongSupplier ticker) throws StreamEnded {
        try {
            return new EncodedStream(input, input.decoder(), stop, ticker);
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
            Optional<AVFrame> decoded = decoder.decode(input.next());
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
    public PictureSource pictures(boolean keyFramesOnly) {
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
