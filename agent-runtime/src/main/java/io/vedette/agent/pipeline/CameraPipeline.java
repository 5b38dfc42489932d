package io.vedette.agent.pipeline;

import io.vedette.agent.fmp4.AudioConfig;
import io.vedette.agent.fmp4.Fragmenter;
import io.vedette.agent.fmp4.InitSegment;
import io.vedette.agent.fmp4.MediaFragment;
import io.vedette.agent.fmp4.VideoCodec;
import io.vedette.agent.fmp4.VideoConfig;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chain from packets to listeners: parameter-set watch, one clock for all tracks, fragmenter, last group of pictures,
 * listeners. Packets come from one thread at a time; anybody may subscribe.
 */
public final class CameraPipeline {
    private static final Logger LOG = LoggerFactory.getLogger(CameraPipeline.class);

    private final Clock clock;
    private final LongSupplier ticker;
    private final FragmentHub listeners = new FragmentHub();
    private volatile Optional<CameraClock> cameraClock = Optional.empty();
    private Connection connection = new Connection(new SourceTracks(VideoCodec.H264, null, null));

    /** @param ticker the monotonic clock packets are stamped with, in nanoseconds */
    public CameraPipeline(Clock clock, LongSupplier ticker) {
        this.clock = clock;
        this.ticker = ticker;
    }

    /**
     * From now on the listener hears the stream, beginning with the present format and the last group of pictures. Both
     * are handed over before this returns.
     */
    public AutoCloseable subscribe(FragmentListener listener) {
        return listeners.add(listener);
    }

    /** A new connection begins, with what the camera said of itself; parameter sets may come later, in the stream. */
    public void connected(SourceTracks tracks) {
        connection = new Connection(tracks);
        cameraClock = Optional.empty();
    }

    /** What this connection has told of the camera's clock; empty for a camera that tells nothing. */
    public Optional<CameraClock> clock() {
        return cameraClock;
    }

    public void accept(Packet packet) {
        connection.accept(packet);
    }

    /** The connection is over; what was whole goes out. */
    public void interrupted() {
        connection.flush();
        cameraClock = Optional.empty();
        listeners.interrupted();
    }

    private final class Connection {
        private final VideoCodec codec;
        private final @Nullable AudioConfig sound;
        private final MediaClock times;
        private final CaptureTimes capture = new CaptureTimes();
        private final ClockComparison clocks = new ClockComparison();
        private @Nullable VideoConfig config;
        private @Nullable Fragmenter fragmenter;
        private long seq;
        private long firstNanos;
        private long lastNanos;

        Connection(SourceTracks tracks) {
            this.codec = tracks.codec();
            this.sound = tracks.sound();
            this.config = tracks.described();
            this.times = new MediaClock(sound);
        }

        void accept(Packet packet) {
            if (packet.track() == Packet.Track.AUDIO) {
                if (sound != null) {
                    long dts = times.time(packet);
                    if (fragmenter != null) {
                        fragmenter.audio(dts, packet.data());
                    }
                }
                return;
            }
            compare(packet);
            long dts = times.time(packet);
            long taken = capture.taken(MediaClock.nanos(dts, InitSegment.VIDEO_TIMESCALE), packet.arrivedNanos());
            if (packet.key()) {
                watchParameters(packet.data());
            }
            if (fragmenter == null) {
                return;
            }
            publish(fragmenter.video(dts, composition(packet), packet.key(), packet.data()), taken);
            lastNanos = taken;
        }

        private void compare(Packet packet) {
            if (packet.sentAt() == null) {
                return;
            }
            Instant arrived = clock.instant().minusNanos(ticker.getAsLong() - packet.arrivedNanos());
            clocks.packet(Duration.between(arrived, packet.sentAt()).toNanos(), packet.arrivedNanos());
            Optional<CameraClock> result = clocks.result();
            if (cameraClock.isEmpty() && result.isPresent()) {
                LOG.info(
                        "the camera's clock is {} ms ahead of ours, give or take {} ms",
                        result.get().ahead().toMillis(),
                        result.get().within().toMillis());
            }
            cameraClock = result;
        }

        /** A presentation time before the decode time, or far behind it, is a camera's mistake. */
        private int composition(Packet packet) {
            if (packet.pts() == Packet.NO_TIME || packet.dts() == Packet.NO_TIME) {
                return 0;
            }
            long distance = packet.pts() - packet.dts();
            return distance < 0 || distance > 2L * InitSegment.VIDEO_TIMESCALE ? 0 : (int) distance;
        }

        /** Cameras change their picture without a word outside the stream: each key frame is looked at. */
        private void watchParameters(ByteBuffer keyFrame) {
            Optional<VideoConfig> inBand = codec.configIn(keyFrame);
            VideoConfig now = inBand.isPresent() ? inBand.get() : config;
            if (now == null || (fragmenter != null && now.equals(config))) {
                return;
            }
            flush();
            config = now;
            InitSegment init = new InitSegment(now, sound);
            LOG.info("the camera sends {}x{}, {}", init.width(), init.height(), init.mime());
            fragmenter = new Fragmenter(codec, sound);
            seq = 0;
            firstNanos = Long.MIN_VALUE;
            listeners.format(new StreamFormat(init));
        }

        void flush() {
            if (fragmenter != null) {
                publish(fragmenter.finish(), lastNanos);
            }
        }

        /** @param nextNanos when the picture behind this fragment was taken */
        private void publish(Optional<MediaFragment> done, long nextNanos) {
            if (firstNanos == Long.MIN_VALUE) {
                firstNanos = nextNanos;
            }
            if (done.isPresent()) {
                Instant now = clock.instant();
                long age = ticker.getAsLong();
                listeners.fragment(new Fragment(
                        ++seq,
                        done.get(),
                        firstNanos,
                        lastNanos,
                        now.minusNanos(age - firstNanos),
                        now.minusNanos(age - lastNanos)));
                firstNanos = nextNanos;
            }
        }
    }
}
