package io.vedette.lab.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.vedette.lab.reader.Footage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MadeSceneTest {
    private static final Duration LENGTH = Duration.ofMinutes(2);

    private static byte[] picture(MadeScene scene, int frame) {
        byte[] luma = new byte[MadeScene.WIDTH * MadeScene.HEIGHT];
        scene.draw(frame, luma);
        return luma;
    }

    @ParameterizedTest
    @EnumSource(Disturbance.class)
    void aPictureIsTheSameHoweverOneComesToIt(Disturbance kind) {
        MadeScene inOrder = new MadeScene(kind, 3, LENGTH);
        picture(inOrder, 0);
        picture(inOrder, 100);

        assertThat(picture(inOrder, 700)).isEqualTo(picture(new MadeScene(kind, 3, LENGTH), 700));
        assertThat(inOrder.labels()).isEqualTo(new MadeScene(kind, 3, LENGTH).labels());
    }

    @Test
    void anotherSeedIsAnotherPlaceAndOtherPeople() {
        MadeScene one = new MadeScene(Disturbance.CALM, 3, LENGTH);
        MadeScene other = new MadeScene(Disturbance.CALM, 4, LENGTH);

        assertThat(picture(one, 0)).isNotEqualTo(picture(other, 0));
        assertThat(one.labels()).isNotEqualTo(other.labels());
    }

    @ParameterizedTest
    @EnumSource(Disturbance.class)
    void peopleOfEachLengthPassAndNobodyWhileTheSceneBegins(Disturbance kind) {
        List<Labelled> labels = new MadeScene(kind, 5, LENGTH).labels();

        assertThat(labels.stream().map(Labelled::length).distinct())
                .containsExactlyInAnyOrder(
                        Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertThat(labels).allSatisfy(label -> {
            assertThat(label.start()).isGreaterThan(Duration.ofSeconds(12));
            assertThat(label.end()).isLessThan(LENGTH);
            assertThat(label.height()).isBetween(0.1, 0.5);
        });
    }

    @Test
    void aFigureShowsWhileItIsLabelledAndNotOtherwise() {
        MadeScene scene = new MadeScene(Disturbance.CALM, 6, LENGTH);
        for (Labelled label : scene.labels()) {
            Duration middle = label.start().plus(label.length().dividedBy(2));

            assertThat(changedPixels(scene, middle)).as("%s", label).isGreaterThan(50);
            assertThat(changedPixels(scene, label.start().minusSeconds(2)))
                    .as("%s", label)
                    .isZero();
        }
    }

    /** Beyond what noise alone does to any pixel in a calm scene: six deviations of the difference. */
    private static long changedPixels(MadeScene scene, Duration at) {
        byte[] empty = picture(scene, 0);
        byte[] now = picture(scene, (int) (at.toMillis() * MadeScene.FRAMES_PER_SECOND / 1000));
        long count = 0;
        for (int i = 0; i < now.length; i++) {
            count += Math.abs((now[i] & 0xff) - (empty[i] & 0xff)) > 6 * 3.5 * 1.42 ? 1 : 0;
        }
        return count;
    }

    @Test
    void aFilmHoldsEveryPicture(@TempDir Path folder) throws Exception {
        MadeScene scene = new MadeScene(Disturbance.NOISE, 1, Duration.ofSeconds(4));
        Path file = folder.resolve("film.mp4");

        Film.make(scene, 400_000, file);

        AtomicInteger pictures = new AtomicInteger();
        Footage.play(file, (luma, width, height, stride, nanos) -> {
            assertThat(width).isEqualTo(MadeScene.WIDTH);
            assertThat(nanos / 1e9).isCloseTo(pictures.getAndIncrement() / 15.0, offset(0.001));
        });
        assertThat(pictures.get()).isEqualTo(scene.frames());
    }
}
