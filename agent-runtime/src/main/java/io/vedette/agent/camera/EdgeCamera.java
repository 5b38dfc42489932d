package io.vedette.agent.camera;

import io.vedette.agent.camera.ffmpeg.CameraSources;
import io.vedette.agent.camera.ffmpeg.MotionWatch;
import io.vedette.agent.camera.ffmpeg.WatchedStream;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.motion.MotionMode;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.pipeline.CameraClock;
import io.vedette.agent.pipeline.CameraPipeline;
import io.vedette.agent.pipeline.FragmentListener;
import io.vedette.agent.pipeline.Packet;
import io.vedette.agent.recording.Recorder;
import io.vedette.agent.recording.RecordingSettings;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.link.CameraState;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent's camera, running: main stream to fragments, to listeners and recordings; sub stream to pictures, to motion,
 * to the decision what is recorded. Any thread may ask it.
 */
public final class EdgeCamera implements AutoCloseable {
    private static final LongSupplier TICKER = System::nanoTime;

    private final CameraAccess access;
    private final MotionSettings motion;
    private final CameraPipeline pipeline;
    private final CameraReport report;
    private final Recorder recorder;
    private final CameraWorker main;
    private final @Nullable CameraWorker sub;
    private volatile long orderedTo = TICKER.getAsLong();

    private EdgeCamera(
            CameraAccess access,
            MotionSettings motion,
            RecordingSettings recording,
            Spool spool,
            Clock clock,
            CameraObserver observer) {
        SecureRandom random = new SecureRandom();
        this.access = access;
        this.motion = motion;
        this.pipeline = new CameraPipeline(clock, TICKER);
        this.report = new CameraReport(spool.outbox(), clock, observer);
        this.recorder = new Recorder(spool, recording, TICKER, pipeline::clock);
        this.main = new CameraWorker("main", this::readMain, random);
        StreamAddress small = motion.mode() == MotionMode.OFF ? null : access.sub();
        this.sub = small == null ? null : new CameraWorker("sub", stop -> watch(small, stop), random);
    }

    /** Begins at once, and comes back at once: a camera that is not there is waited for. */
    public static EdgeCamera start(
            CameraAccess access,
            MotionSettings motion,
            RecordingSettings recording,
            Spool spool,
            Clock clock,
            CameraObserver observer) {
        EdgeCamera camera = new EdgeCamera(access, motion, recording, spool, clock, observer);
        camera.pipeline.subscribe(camera.recorder);
        camera.main.start();
        if (camera.sub != null) {
            camera.sub.start();
        }
        return camera;
    }

    public CameraState state() {
        return report.state();
    }

    /** How the camera's wall clock stands beside ours; empty while it is away, and for a camera that tells no time. */
    public Optional<CameraClock> clock() {
        return pipeline.clock();
    }

    /** Records for so long from now on; zero ends what was ordered before. */
    public void record(Duration lease) {
        long until = TICKER.getAsLong() + lease.toNanos();
        orderedTo = until;
        recorder.order(until);
    }

    /** For how long it will still record because somebody asked; zero when nobody did. */
    public Duration ordered() {
        return Duration.ofNanos(Math.max(0, orderedTo - TICKER.getAsLong()));
    }

    /** See {@link CameraPipeline#subscribe}. */
    public AutoCloseable subscribe(FragmentListener listener) {
        return pipeline.subscribe(listener);
    }

    private void readMain(StreamStop stop) throws StreamEnded {
        try (WatchedStream stream = CameraSources.open(access.main(), access, true, stop, TICKER);
                MotionWatch pictures = sub == null ? mainMotion(stream) : null) {
            pipeline.connected(stream.tracks());
            FirstKeyFrame first = new FirstKeyFrame(TICKER);
            while (true) {
                Packet packet = stream.next();
                first.look(packet);
                pipeline.accept(packet);
                if (packet.track() == Packet.Track.VIDEO) {
                    if (packet.key()) {
                        report.streaming();
                    }
                    if (pictures != null) {
                        pictures.accept(packet);
                    }
                }
            }
        } catch (StreamEnded e) {
            report.ended(e.why());
            throw e;
        } catch (RuntimeException e) {
            report.ended(StreamEnded.Why.BROKEN);
            throw e;
        } finally {
            pipeline.interrupted();
        }
    }

    private void watch(StreamAddress address, StreamStop stop) throws StreamEnded {
        try (WatchedStream stream = CameraSources.open(address, access, false, stop, TICKER);
                MotionWatch pictures = motion(stream, motion.mode())) {
            while (true) {
                pictures.accept(stream.next());
            }
        }
    }

    /** Decoding all of a large stream would cost more than everything else, unless it is decoded anyway. */
    private @Nullable MotionWatch mainMotion(WatchedStream stream) throws StreamEnded {
        if (motion.mode() == MotionMode.OFF) {
            return null;
        }
        return motion(stream, stream.decodesEveryPicture() ? motion.mode() : MotionMode.ECO);
    }

    private MotionWatch motion(WatchedStream stream, MotionMode mode) throws StreamEnded {
        return new MotionWatch(
                stream.pictures(mode == MotionMode.ECO), new MotionSettings(mode, motion.areas()), recorder);
    }

    /** Ends both streams, closes the open recording and waits for all of it. */
    @Override
    public void close() throws InterruptedException {
        main.ask();
        if (sub != null) {
            sub.close(); // first: it is what begins recordings
        }
        main.close();
        recorder.close();
    }
}
