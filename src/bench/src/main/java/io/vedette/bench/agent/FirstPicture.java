package io.vedette.bench.agent;

import io.vedette.agent.camera.EdgeCamera;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.RecordMode;
import io.vedette.agent.config.RecordingRules;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.config.Timetable;
import io.vedette.agent.motion.MotionSettings;
import io.vedette.agent.recording.RecordingSettings;
import io.vedette.agent.spool.Spool;
import io.vedette.bench.Figure;
import io.vedette.bench.hub.Folders;
import io.vedette.contracts.Secret;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.lab.camera.CameraLogin;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.ClipFolder;
import io.vedette.stack.Parts;
import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** From the moment a camera that was away takes the agent's connection to the first picture in the file of a recording. */
public final class FirstPicture {
    private static final int TIMES = 10;
    private static final double LIMIT_SECONDS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(2);
    /** Else each time would begin just behind a key frame, with which the time before it ended, and wait for the whole of a group. */
    private static final Duration LATER_EACH_TIME = Duration.ofMillis(200);

    /** More than an initialisation segment. */
    private static final long A_PICTURE = 4096;

    private static final CameraLogin LOGIN = new CameraLogin("watcher", "bench");

    private FirstPicture() {}

    public static void measure(Parts parts, Consumer<Figure> out) {
        Path clips = parts.root().resolve("src/lab/target/clips");
        Path folder = parts.root().resolve("src/bench/target/first-picture");
        Folders.clear(folder);
        List<Double> seconds = new ArrayList<>();
        try (TestCamera camera = TestCamera.start(ClipFolder.ensure(clips), LOGIN, 0, Clock.systemUTC())) {
            for (int time = 0; time < TIMES; time++) {
                camera.stop();
                AgentCost.pause(LATER_EACH_TIME.multipliedBy(time));
                seconds.add(once(camera, Files.createDirectories(folder.resolve(String.valueOf(time)))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the camera cannot be started", e);
        }
        seconds.sort(Double::compare);
        String words = String.format(
                Locale.ROOT,
                "median %.2f s, at most %.2f s of %.1f s, key frames every 2 s",
                seconds.get(TIMES / 2),
                seconds.getLast(),
                LIMIT_SECONDS);
        out.accept(Figure.within("start.first-picture", seconds.getLast(), LIMIT_SECONDS, words));
    }

    private static double once(TestCamera camera, Path home) throws IOException {
        RecordingRules always = new RecordingRules(RecordMode.ALWAYS, Duration.ofSeconds(60), Timetable.ALWAYS, null);
        RecordingSettings settings =
                new RecordingSettings(always, Duration.ofSeconds(3), Duration.ofSeconds(3), Delivery.ON_DEMAND);
        // without a sub stream, which might be taken first, while the main one waits for its turn to be asked for again
        CameraAccess access =
                new CameraAccess(StreamAddress.of(camera.mainUrl()), null, LOGIN.user(), new Secret(LOGIN.password()));
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            EdgeCamera agent =
                    EdgeCamera.start(access, MotionSettings.USUAL, settings, spool, Clock.systemUTC(), state -> {});
            try {
                camera.start();
                await(() -> camera.clients() > 0);
                long answered = System.nanoTime();
                Path recordings = spool.folders().recordings();
                await(() -> holdsAPicture(recordings));
                return (System.nanoTime() - answered) / 1e9;
            } finally {
                closed(agent);
            }
        }
    }

    private static void closed(EdgeCamera agent) {
        try {
            agent.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new StackFailed("Nothing was recorded within a minute.");
            }
            AgentCost.pause(STEP);
        }
    }

    private static boolean holdsAPicture(Path recordings) {
        try (Stream<Path> files = Files.list(recordings)) {
            return files.anyMatch(
                    file -> file.toString().endsWith(".part") && file.toFile().length() > A_PICTURE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
