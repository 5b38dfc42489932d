package io.vedette.agent.camera;

import io.vedette.agent.camera.ffmpeg.MotionWatch;
import io.vedette.agent.camera.ffmpeg.RtspStream;
import io.vedette.agent.motion.MotionMode;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.pipeline.CameraPipeline;
import io.vedette.agent.pipeline.FragmentListener;
import io.vedette.agent.pipeline.Packet;
import io.vedette.agent.recording.Recorder;
import io.vedette.agent.recording.RecordingSettings;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.link.CameraState;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent's camera, running: main stream to fragments, to listeners and recordings; sub stream to pictures, to motion,
 * to the decision what is recorded. Any thread may ask it.
 */
public final class EdgeCamera implements AutoCloseable {
    private static final LongSupplier TICKER = System::nanoTime;

    private final CameraSettings settings;
    private final MotionSettings motion;
    private final CameraPipeline pipeline;
    private final CameraReport report;
    private final Recorder recorder;
    private final CameraWorker main;
    private final @Nullable CameraWorker sub;

    private EdgeCamera(
            CameraSettings settings,
            MotionSettings motion,
            RecordingSettings recording,
            Spool spool,
            Clock clock,
            CameraObserver observer) {
        SecureRandom random = new SecureRandom();
        this.settings = settings;
        this.motion = motion;
        this.pipeline = new CameraPipeline(clock, TICKER);
        this.report = new CameraReport(spool.outbox(), clock, observer);
        this.recorder = new Recorder(spool, recording);
        this.main = new CameraWorker("main", this::readMain, random);
        URI small = settings.sub();
        this.sub = small == null ? null : new CameraWorker("sub", stop -> watch(small, stop), random);
    }

    /** Begins at once, and comes back at once: a camera that is not there is waited for. */
    public static EdgeCamera start(
            CameraSettings settings,
            MotionSettings motion,
            RecordingSettings recording,
            Spool spool,
            Clock clock,
            CameraObserver observer) {
        EdgeCamera camera = new EdgeCamera(settings, motion, recording, spool, clock, observer);
        camera.pipeline.subscribe(camera.recorder);
        camera.main.start();
        if (camera.sub != null) {
            camera.sub.start();
        }
        return camera;
    }

    /** As above, with motion looked for as usual. */
    public static EdgeCamera start(
            CameraSettings settings, RecordingSettings recording, Spool spool, Clock clock, CameraObserver observer) {
        return start(settings, MotionSettings.USUAL, recording, spool, clock, observer);
    }

    public CameraState state() {
        return report.state();
    }

    /** See {@link CameraPipeline#subscribe}. */
    public AutoCloseable subscribe(FragmentListener listener) {
        return pipeline.subscribe(listener);
    }

    private void readMain(StreamStop stop) throws StreamEnded {
        try (RtspStream stream = RtspStream.open(settings.main(), settings, true, stop, TICKER);
                MotionWatch keyFrames = settings.sub() == null ? motion(stream, MotionMode.ECO) : null) {
            pipeline.connected(stream.described(), stream.sound());
            while (true) {
                Packet packet = stream.next();
                pipeline.accept(packet);
                if (packet.track() == Packet.Track.VIDEO && packet.key()) {
                    report.streaming();
                    if (keyFrames != null) {
                        keyFrames.accept(packet);
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

    private void watch(URI address, StreamStop stop) throws StreamEnded {
        try (RtspStream stream = RtspStream.open(address, settings, false, stop, TICKER);
                MotionWatch pictures = motion(stream, motion.mode())) {
            while (true) {
                pictures.accept(stream.next());
            }
        }
    }

    private MotionWatch motion(RtspStream stream, MotionMode mode) throws StreamEnded {
        return new MotionWatch(stream, new MotionSettings(mode, motion.areas()), recorder);
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
