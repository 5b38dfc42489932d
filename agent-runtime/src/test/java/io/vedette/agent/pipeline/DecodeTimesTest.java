package io.vedette.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Times of 1000 a second, pictures a tenth of a second apart. */
class DecodeTimesTest {
    private final DecodeTimes times = new DecodeTimes(1000);

    private long[] of(long... shown) {
        return Arrays.stream(shown).map(times::next).toArray();
    }

    @Test
    void picturesThatComeAsTheyAreShownAreDecodedWhenTheyAreShown() {
        times.reordered(OptionalInt.of(0));

        assertThat(of(500, 600, 700, 800)).containsExactly(500, 600, 700, 800);
    }

    @Test
    void aPictureThatComesAheadOfThoseBeforeItIsDecodedBeforeThem() {
        times.reordered(OptionalInt.of(1));

        // shown as 500 600 700 800 900 1000 1100
        assertThat(of(500, 800, 600, 700, 1100, 900, 1000, 1400))
                .containsExactly(460, 500, 600, 700, 800, 900, 1000, 1100);
    }

    @Test
    void twoAheadOfOneAreReckonedWith() {
        times.reordered(OptionalInt.of(2));

        long[] shown = {500, 900, 700, 600, 800, 1300, 1100, 1000, 1200};
        long[] decoded = of(shown);
        assertThat(decoded).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < shown.length; i++) {
            assertThat(decoded[i]).as("picture %d", i).isLessThanOrEqualTo(shown[i]);
        }
    }

    @Test
    void whatACameraDoesNotSayIsLearnedFromWhatItSends() {
        times.reordered(OptionalInt.empty());
        of(500, 800, 600, 700);

        // the first one takes the place of one that is over
        assertThat(of(1100, 900, 1000, 1400, 1200, 1300)).containsExactly(700, 900, 1000, 1100, 1200, 1300);
    }

    @Test
    void whatItSaysIsBelievedSoThatAClockThatStumblesDelaysNothing() {
        times.reordered(OptionalInt.of(0));
        of(500, 600, 550, 650);

        assertThat(of(750, 850)).containsExactly(750, 850);
    }

    @Test
    void anotherClockBeginsAnew() {
        times.reordered(OptionalInt.of(1));
        of(50_000, 50_300, 50_100, 50_200);

        assertThat(of(0, 300, 100, 200, 600, 400)).containsExactly(-40, 0, 100, 200, 300, 400);
    }

    @Test
    void whereAReportMovesAllTimesABitThePicturesAroundItKeepTheirOrder() {
        times.reordered(OptionalInt.of(1));
        of(0, 300, 100, 200, 600, 400, 500, 900, 700, 800);

        // 700 later from here on
        long[] shown = {1900, 1700, 1800, 2200, 2000, 2100};
        long[] decoded = of(shown);
        assertThat(decoded).isSorted().doesNotHaveDuplicates();
        for (int i = 0; i < shown.length; i++) {
            assertThat(decoded[i]).as("picture %d", i).isBetween(shown[i] - 400, shown[i]);
        }
    }

    @Test
    void withoutATimeThereIsNone() {
        assertThat(of(500, Packet.NO_TIME, 600)).containsExactly(500, Packet.NO_TIME, 600);
    }
}
