package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolygonTest {
    private static Polygon.Point at(double x, double y) {
        return new Polygon.Point(x, y);
    }

    private final Polygon corner =
            new Polygon(List.of(at(0.2, 0.2), at(0.8, 0.2), at(0.8, 0.4), at(0.4, 0.4), at(0.2, 0.8)));

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.3, true",
        "0.7, 0.3, true",
        "0.25, 0.6, true",
        "0.7, 0.6, false",
        "0.1, 0.3, false",
        "0.5, 0.1, false"
    })
    void aPointIsInsideOrNot(double x, double y, boolean inside) {
        assertThat(corner.contains(x, y)).isEqualTo(inside);
    }

    @Test
    void twoCornersAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Polygon(List.of(at(0, 0), at(1, 1))))
                .withMessageContaining("3 to 20 corners");
    }

    @Test
    void twentyOneCornersAreTooMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Polygon(Collections.nCopies(21, at(0.5, 0.5))))
                .withMessageContaining("3 to 20 corners");
    }

    @Test
    void aLineHasNoArea() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Polygon(List.of(at(0, 0), at(0.5, 0.5), at(1, 1))))
                .withMessageContaining("no area");
    }

    @ParameterizedTest
    @CsvSource({"-0.01, 0.5", "0.5, 1.01", "NaN, 0.5", "0.5, Infinity"})
    void aCornerOutsideOfThePictureIsNone(double x, double y) {
        assertThatIllegalArgumentException().isThrownBy(() -> at(x, y)).withMessageContaining("outside");
    }

    @Test
    void theEdgesOfThePictureAreInIt() {
        assertThat(new Polygon(List.of(at(0, 0), at(1, 0), at(1, 1), at(0, 1))).contains(0.999, 0.001))
                .isTrue();
    }
}
