package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotionAreasTest {
    private static final Polygon ALL = Region.WHOLE_PICTURE.outline();

    private static Region named(String name) {
        return new Region(name, ALL, 50, 0);
    }

    @Test
    void eightRegionsAndEightMasksMayBe() {
        List<Region> eight = IntStream.range(0, 8).mapToObj(i -> named("r" + i)).toList();

        assertThat(new MotionAreas(eight, Collections.nCopies(8, ALL)).regions())
                .hasSize(8);
    }

    @Test
    void noneNineOrTwoOfOneNameMayNot() {
        List<Region> nine = IntStream.range(0, 9).mapToObj(i -> named("r" + i)).toList();

        assertThatIllegalArgumentException().isThrownBy(() -> new MotionAreas(nine, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new MotionAreas(List.of(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MotionAreas(List.of(named("gate"), named("gate")), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MotionAreas(List.of(named("gate")), Collections.nCopies(9, ALL)));
    }

    @ParameterizedTest
    @CsvSource({"'', 50, 0, name", "gate, 0, 0, sensitivity", "gate, 101, 0, sensitivity", "gate, 50, 0.6, minimumSize"
    })
    void aRegionCannotBeMadeWrong(String name, int sensitivity, double size, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Region(name, ALL, sensitivity, size))
                .withMessageContaining(named);
    }

    @Test
    void allThatIsWrongWithARegionIsSaid() {
        assertThat(Region.faults(" ", 0, -1)).hasSize(3);
        assertThat(Region.faults("gate", 1, 0.5)).isEmpty();
        assertThat(Region.faults("gate", 100, 0)).isEmpty();
    }
}
