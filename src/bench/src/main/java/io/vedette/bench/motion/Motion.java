package io.vedette.bench.motion;

import com.sun.management.OperatingSystemMXBean;
import io.vedette.agent.motion.LumaPicture;
import io.vedette.agent.motion.MotionAreas;
import io.vedette.agent.motion.MotionDetector;
import io.vedette.agent.motion.opencv.OpenCvBlockScores;
import io.vedette.bench.Figure;
import io.vedette.bench.motion.SubStream.Decoding;
import io.vedette.lab.judge.Judge;
import io.vedette.lab.judge.Verdict;
import io.vedette.lab.scene.Disturbance;
import io.vedette.lab.scene.Film;
import io.vedette.lab.scene.MadeScene;
import io.vedette.stack.Parts;
import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** {@code -Dbench=motion}. Processor time of the whole process, the median of seven; about a minute. No hub is started. */
public final class Motion {
    private static final Duration LENGTH = Duration.ofMinutes(2);
    private static final int BITS_PER_SECOND = 400_000;
    private static final int TIMES = 7;

    private Motion() {}

    public static void measure(Parts parts, Consumer<Figure> out) {
        Path file = parts.root().resolve("src/bench/target/motion.mp4");
        MadeScene scene = new MadeScene(Disturbance.NOISE, 7001, LENGTH);
        try {
            Files.createDirectories(file.getParent());
            Film.make(scene, BITS_PER_SECOND, file);
        } catch (IOException e) {
            throw new StackFailed("The film cannot be made: " + e.getMessage());
        }
        try (SubStream film = new SubStream(file)) {
            double usual = cost(() -> film.decode(Decoding.USUAL, (luma, w, h, stride) -> {}));
            double unfiltered = cost(() -> film.decode(Decoding.UNFILTERED, (luma, w, h, stride) -> {}));
            double threads = cost(() -> film.decode(Decoding.TWO_THREADS, (luma, w, h, stride) -> {}));
            double each = cost(() -> watch(film, Watching.EACH)) - usual;
            double third = cost(() -> watch(film, Watching.THIRD)) - usual;
            double eco = cost(() -> watch(film, Watching.ECO));
            say(out, "M1.loop-filter-skipped", unfiltered, usual, 1, "decoding, to decoding with it");
            say(out, "M2.one-thread", usual, threads, 1, "decoding, to decoding with two threads");
            say(out, "M3.every-third", third, each, 0.6, "looking at about five pictures a second, to looking at each");
            say(out, "M4.looking", third, usual, 1, "looking, to decoding");
            say(out, "M5.eco", eco, usual + third, 0.5, "key frames alone, all of it, to the usual way");
            judged(out, "M6.the-usual-way", film, scene, Watching.THIRD);
            judged(out, "M7.loop-filter-skipped", film, scene, Watching.UNFILTERED);
            judged(out, "M8.eco", film, scene, Watching.ECO);
        }
    }

    private enum Watching {
        EACH(Decoding.USUAL),
        THIRD(Decoding.USUAL),
        UNFILTERED(Decoding.UNFILTERED),
        ECO(Decoding.ECO);

        private final Decoding decoding;

        Watching(Decoding decoding) {
            this.decoding = decoding;
        }

        /** Between two pictures. To look at each, time passes three times as fast for the detector. */
        long step() {
            long picture = 1_000_000_000L / MadeScene.FRAMES_PER_SECOND;
            return switch (this) {
                case THIRD, UNFILTERED -> picture;
                case EACH -> 3 * picture;
                case ECO -> 2 * MadeScene.FRAMES_PER_SECOND * picture;
            };
        }
    }

    /** What a measure costs in what is seen: the ratio is that of the people it misses. */
    private static void judged(Consumer<Figure> out, String name, SubStream film, MadeScene scene, Watching how) {
        Verdict verdict = Judge.judge(LENGTH, scene.labels(), watch(film, how));
        int people = scene.labels().size();
        int missed = verdict.missed().size();
        int alarms = verdict.falseAlarms().size();
        String words = String.format(
                Locale.ROOT,
                "misses %d of %d people, false alarms %d in %d s",
                missed,
                people,
                alarms,
                LENGTH.toSeconds());
        out.accept(new Figure(name, (double) missed / people, 1, words));
    }

    /** Moments of motion. */
    private static List<Duration> watch(SubStream film, Watching how) {
        List<Duration> moved = new ArrayList<>();
        long[] taken = {0};
        MotionAreas areas = MotionAreas.WHOLE_PICTURE;
        try (MotionDetector detector =
                new MotionDetector(() -> new OpenCvBlockScores(areas.masks()), how == Watching.ECO ? 1 : 2, areas)) {
            film.decode(how.decoding, (luma, width, height, stride) -> {
                detector.look(new LumaPicture(luma, width, height, stride, taken[0]))
                        .filter(MotionDetector.Look::motion)
                        .ifPresent(look -> moved.add(Duration.ofNanos(look.takenNanos())));
                taken[0] += how.step();
            });
        }
        return moved;
    }

    private static void say(Consumer<Figure> out, String name, double it, double known, double target, String words) {
        double minutes = LENGTH.toSeconds() / 60.0;
        out.accept(new Figure(
                name,
                it / known,
                target,
                String.format(Locale.ROOT, "%s: %.3f and %.3f s/min", words, it / minutes, known / minutes)));
    }

    /** Seconds of processor time, after one run to warm up. */
    private static double cost(Runnable work) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        work.run();
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long begin = system.getProcessCpuTime();
            work.run();
            nanos.add(system.getProcessCpuTime() - begin);
        }
        nanos.sort(null);
        return nanos.get(TIMES / 2) / 1e9;
    }
}
