package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.lab.judge.Judge;
import io.vedette.lab.judge.Verdict;
import io.vedette.lab.reader.Footage;
import io.vedette.lab.scene.Disturbance;
import io.vedette.lab.scene.Film;
import io.vedette.lab.scene.MadeScene;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same through H.264 at a sub stream's rate: an encoder's own noise, its blocks, and its jump at each key frame. */
class FilmedDisturbancesTest {
    private static final int BITS_PER_SECOND = 400_000;
    private static final Duration LENGTH = Duration.ofSeconds(75);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"NOISE", "NIGHT", "RAIN", "IR_CUT"})
    void anEncodersNoiseIsNoMotionAndHidesNobody(Disturbance kind) throws Exception {
        MadeScene scene = new MadeScene(kind, 9101, LENGTH);
        Path file = folder.resolve("film.mp4");
        Film.make(scene, BITS_PER_SECOND, file);

        Verdict verdict = Judge.judge(LENGTH, scene.labels(), moments(file));

        assertThat(verdict.falseAlarms()).isEmpty();
        assertThat(verdict.missedFrom(Duration.ofMillis(500))).hasSizeLessThanOrEqualTo(DisturbancesTest.mayMiss(kind));
    }

    private static List<Duration> moments(Path file) throws Exception {
        List<Duration> moved = new ArrayList<>();
        try (ShownTo watcher = new ShownTo(MotionAreas.WHOLE_PICTURE)) {
            Footage.play(file, (luma, width, height, stride, nanos) -> {
                if (watcher.sees(luma, width, height, stride, nanos)) {
                    moved.add(Duration.ofNanos(nanos));
                }
            });
        }
        return moved;
    }
}
