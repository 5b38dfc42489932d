package io.vedette.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.example.AnalysisPost.Box;
import io.vedette.example.AnalysisPost.Detection;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
    @Test
    void aStillPictureIsBrightOrDarkAndNothingMoves() {
        assertThat(Judgement.of(List.of(plain(0, 200), plain(1000, 200))))
                .extracting(Detection::label, Detection::fromMs, Detection::toMs)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("bright", 0L, 1000L));
        assertThat(Judgement.of(List.of(plain(0, 10))))
                .extracting(Detection::label)
                .containsExactly("dark");
    }

    @Test
    void whenALampIsSwitchedTheLightChangesAndNothingMoves() {
        assertThat(Judgement.of(List.of(plain(0, 200), plain(1000, 10), plain(2000, 10))))
                .extracting(Detection::label, Detection::fromMs, Detection::toMs)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bright", 0L, 0L),
                        org.assertj.core.groups.Tuple.tuple("dark", 1000L, 2000L));
    }

    @Test
    void whatIsElsewhereThanBeforeMovesAndHasABox() {
        List<Detection> seen = Judgement.of(
                List.of(plain(0, 100), with(1000, 8, 6, 4, 3), with(2000, 8, 6, 4, 3), with(3000, 16, 6, 4, 3)));

        assertThat(seen).filteredOn(one -> one.label().equals("moving")).hasSize(2);
        assertThat(seen).filteredOn(one -> one.label().equals("moving")).first().satisfies(one -> {
            assertThat(one.fromMs()).isZero();
            assertThat(one.toMs()).isEqualTo(1000);
            assertThat(one.box()).isEqualTo(new Box(0.25, 6.0 / 18, 0.125, 3.0 / 18, 1000));
            assertThat(one.confidence()).isBetween(0.5, 1.0);
        });
    }

    @Test
    void ofNoPictureThereIsNothingToSay() {
        assertThat(Judgement.of(List.of())).isEmpty();
    }

    private static Glance plain(long atMs, int light) {
        int[] cells = new int[Glance.COLUMNS * Glance.ROWS];
        Arrays.fill(cells, light);
        return new Glance(atMs, cells);
    }

    /** Something lighter on a plain ground. */
    private static Glance with(long atMs, int left, int top, int width, int height) {
        int[] cells = plain(atMs, 100).cells();
        for (int row = top; row < top + height; row++) {
            Arrays.fill(cells, row * Glance.COLUMNS + left, row * Glance.COLUMNS + left + width, 180);
        }
        return new Glance(atMs, cells);
    }
}
