package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.camera.jpeg.JpegStream;
import io.vedette.agent.fmp4.InitSegment;
import io.vedette.agent.fmp4.VideoCodec;
import io.vedette.agent.pipeline.Packet;
import io.vedette.agent.pipeline.SourceTracks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Pictures that no recording can hold as they come: decoded, and encoded once as H.264. Whoever wants to look at them gets the
 * decoded ones, so nothing is done twice. They are timed by their arrival, since such sources have no clock. One thread.
 */
final class EncodedStream implements WatchedStream {
    private final JpegStream input;
    private final AVPacket packet = av_packet_alloc();
    private final PictureDecoder decoder;
    private final StreamStop stop;
    private final LongSupplier ticker;
    private final Deque<Packet> encoded = new ArrayDeque<>();
    private @Nullable PictureEncoder encoder;
    private @Nullable AVFrame picture;
    private long began = Packet.NO_TIME;

    private EncodedStream(JpegStream input, PictureDecoder decoder, StreamStop stop, LongSupplier ticker) {
        this.input = input;
        this.decoder = decoder;
        this.stop = stop;
        this.ticker = ticker;
    }

    /** Takes over the input, and closes it when there is no decoder for it. */
    static EncodedStream of(JpegStream input, StreamStop stop, LongSupplier ticker) throws StreamEnded {
        try {
            return new EncodedStream(input, PictureDecoder.ofJpegs(), stop, ticker);
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
            byte[] jpeg = input.next();
            av_packet_unref(packet);
            if (av_new_packet(packet, jpeg.length) < 0) {
                throw new StreamEnded(StreamEnded.Why.BROKEN, "no memory for a picture");
            }
            packet.data().put(jpeg);
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
        av_packet_free(packet);
        input.close();
    }
}
