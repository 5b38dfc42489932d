package io.vedette.bench.agent;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.camera.ffmpeg.CameraSources;
import io.vedette.agent.camera.ffmpeg.MotionWatch;
import io.vedette.agent.camera.ffmpeg.WatchedStream;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.motion.MotionAreas;
import io.vedette.agent.motion.MotionMode;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.stack.words.StackFailed;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The agent's own watching of one stream, on a thread of its own, and when it said that something moves. */
final class Watcher implements AutoCloseable {
    private final StreamStop stop = new StreamStop();
    private final List<Instant> words = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private Watcher(StreamAddress address, CameraAccess access, MotionMode mode) {
        thread = Thread.ofPlatform().name("watch").unstarted(() -> watch(address, access, mode));
    }

    static Watcher start(StreamAddress address, CameraAccess access, MotionMode mode) {
        Watcher watcher = new Watcher(address, access, mode);
        watcher.thread.start();
        return watcher;
    }

    /** In order. */
    List<Instant> words() {
        return words;
    }

    private void watch(StreamAddress address, CameraAccess access, MotionMode mode) {
        Clock clock = Clock.systemUTC();
        MotionSettings settings = new MotionSettings(mode, MotionAreas.WHOLE_PICTURE);
        try (WatchedStream stream = CameraSources.open(address, access, false, stop, System::nanoTime);
                MotionWatch pictures =
                        new MotionWatch(stream.pictures(mode == MotionMode.ECO), settings, (look, shot) -> {
                            if (look.motion()) {
                                words.add(clock.instant());
                            }
                        })) {
            while (!stop.asked()) {
                pictures.accept(stream.next());
            }
        } catch (StreamEnded e) {
            if (!stop.asked()) {
                throw new StackFailed("The stream ended: " + e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        stop.ask();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
