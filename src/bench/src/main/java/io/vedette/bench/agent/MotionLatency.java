package io.vedette.bench.agent;

import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.motion.MotionMode;
import io.vedette.bench.Figure;
import io.vedette.contracts.Secret;
import io.vedette.lab.camera.CameraLogin;
import io.vedette.lab.camera.TestCamera;
import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.HurriedYard;
import io.vedette.lab.truth.GroundTruth;
import io.vedette.lab.truth.Sighting;
import io.vedette.stack.Parts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * P3: how long after the camera sent the first picture of somebody the agent says that something moves, and whom it misses. All
 * distances of key frames and both ways of watching at once, a hundred seconds.
 */
public final class MotionLatency {
    private static final List<Duration> GROUPS =
            Stream.of(500, 1000, 2000, 4000).map(Duration::ofMillis).toList();
    private static final CameraLogin LOGIN = new CameraLogin("watcher", "bench");
    /** What is said so long after somebody left is still about them. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Duration LONG_ENOUGH = Duration.ofMillis(500);

    private MotionLatency() {}

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    public static void measure(Parts parts, Consumer<Figure> out) {
        Path clips = parts.root().resolve("src/lab/target/clips");
        List<Scene> scenes = new ArrayList<>();
        try {
            List<ClipFolder> made = new ArrayList<>();
            for (Duration group : GROUPS) {
                made.add(ClipFolder.ensure(clips, HurriedYard.plan(group)));
            }
            for (int i = 0; i < made.size(); i++) {
                scenes.add(Scene.begin(GROUPS.get(i), made.get(i)));
            }
            scenes.forEach(Scene::await);
            report(scenes, out);
        } catch (IOException e) {
            throw new UncheckedIOException("the camera cannot be started", e);
        } finally {
            scenes.forEach(Scene::close);
        }
    }

    /** A camera with one distance of key frames, and who watches it in both ways. */
    private record Scene(Duration group, TestCamera camera, Watcher all, Watcher some) {
        static Scene begin(Duration group, ClipFolder clip) throws IOException {
            TestCamera camera = TestCamera.start(clip, LOGIN, 0, Clock.systemUTC());
            CameraAccess access = new CameraAccess(
                    StreamAddress.of(camera.mainUrl()),
                    StreamAddress.of(camera.subUrl()),
                    LOGIN.user(),
                    new Secret(LOGIN.password()));
            return new Scene(
                    group,
                    camera,
                    Watcher.start(StreamAddress.of(camera.subUrl()), access, MotionMode.EVERY_FRAME),
                    Watcher.start(StreamAddress.of(camera.mainUrl()), access, MotionMode.ECO));
        }

        /** One turn of the camera's loop. */
        void await() {
            GroundTruth truth = camera.truth();
            AgentCost.pause(
                    Duration.between(Clock.systemUTC().instant(), truth.anchor().plus(truth.loop())));
        }

        List<Found> found(Watcher watcher) {
            GroundTruth truth = camera.truth();
            return truth.sightings(truth.anchor(), truth.anchor().plus(truth.loop())).stream()
                    .map(one -> MotionLatency.found(one, watcher))
                    .toList();
        }

        void close() {
            all.close();
            some.close();
            try {
                camera.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param tookNanos from the first picture of somebody to the word; negative when there was none */
    record Found(Duration inSight, long tookNanos) {
        boolean missed() {
            return tookNanos < 0;
        }
    }

    private static Found found(Sighting somebody, Watcher watcher) {
        return watcher.words().stream()
                .filter(said -> !said.isBefore(somebody.start())
                        && said.isBefore(somebody.end().plus(GRACE)))
                .findFirst()
                .map(said -> new Found(
                        Duration.between(somebody.start(), somebody.end()),
                        Duration.between(somebody.start(), said).toNanos()))
                .orElseGet(() -> new Found(Duration.between(somebody.start(), somebody.end()), -1));
    }

    private record Summary(List<Found> all) {
        /** The nearest rank of those that were found. */
        double seconds(double share) {
            List<Long> took = all.stream()
                    .filter(one -> !one.missed())
                    .map(Found::tookNanos)
                    .sorted()
                    .toList();
            return took.isEmpty() ? 0 : took.get(Math.max(1, (int) Math.ceil(share * took.size())) - 1) / 1e9;
        }

        long missed(boolean longEnough) {
            return all.stream()
                    .filter(Found::missed)
                    .filter(one -> longEnough == isLong(one))
                    .count();
        }

        long count(boolean longEnough) {
            return all.stream().filter(one -> longEnough == isLong(one)).count();
        }

        private static boolean isLong(Found one) {
            return one.inSight.compareTo(LONG_ENOUGH) >= 0;
        }

        String words() {
            return String.format(
                    Locale.ROOT,
                    "median %.2f s, p95 %.2f s, at most %.2f s; missed %d of %d in sight for 0.5 s or longer, %d of %d for less",
                    seconds(0.5),
                    seconds(0.95),
                    seconds(1),
                    missed(true),
                    count(true),
                    missed(false),
                    count(false));
        }
    }

    private static void report(List<Scene> scenes, Consumer<Figure> out) {
        double worst = 0;
        for (Scene scene : scenes) {
            Summary keys = new Summary(scene.found(scene.some()));
            System.out.printf(Locale.ROOT, "key frames every %.1f s alone: %s%n", seconds(scene.group()), keys.words());
            worst = Math.max(worst, keys.seconds(1) / seconds(scene.group()));
        }
        Summary sub = new Summary(scenes.stream()
                .flatMap(scene -> scene.found(scene.all()).stream())
                .toList());
        System.out.println("all of the sub stream: " + sub.words());
        out.accept(Figure.within("P3.median", sub.seconds(0.5), 0.4, words(sub.seconds(0.5), 0.4)));
        out.accept(Figure.within("P3.p95", sub.seconds(0.95), 1, words(sub.seconds(0.95), 1)));
        out.accept(new Figure(
                "P3.missed",
                sub.missed(true),
                0,
                sub.missed(true) + " of " + sub.count(true) + " in sight for 0.5 s or longer"));
        out.accept(new Figure("P3.key-frames", worst, 1, "longest wait, to the distance of the key frames"));
    }

    private static String words(double seconds, double limit) {
        return String.format(Locale.ROOT, "%.2f s of %.1f s", seconds, limit);
    }
}
