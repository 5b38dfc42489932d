package io.vedette.hub.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilmNameTest {
    @Test
    void aNameTellsWhenTheFilmBeganWhichCameraItIsAndHowLongItIs() {
        assertThat(FilmName.read("1763640000_3-250_gate_200-100-40-30_24_7690.mp4"))
                .contains(new FilmName(Instant.parse("2025-11-20T12:00:00.250Z"), "gate", 7690));
    }

    @Test
    void millisecondsAreNotPaddedAndOldOnesAreMicroseconds() {
        assertThat(FilmName.read("1763640000_1-5_gate_0-0-0-0_-1_7690.mp4"))
                .hasValueSatisfying(name -> assertThat(name.startedAt()).isEqualTo("2025-11-20T12:00:00.005Z"));
        assertThat(FilmName.read("1763640000_6-967003_gate_200-200-400-400_24_769.mp4"))
                .hasValueSatisfying(name -> assertThat(name.startedAt()).isEqualTo("2025-11-20T12:00:00.967Z"));
    }

    @Test
    void aCameraMayBeCalledWithWhatDividesTheFields() {
        assertThat(FilmName.read("1763640000_1-5_north_gate_2_0-0-0-0_100000000_7690.mp4"))
                .hasValueSatisfying(name -> assertThat(name.camera()).isEqualTo("north_gate_2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "film.mp4",
                "1763640000_1-5_gate_0-0-0-0_24_7690.mp4.exe",
                "1763640000_1-5_../../etc_0-0-0-0_24_7690.mp4",
                "1763640000_1-5_a\\b_0-0-0-0_24_7690.mp4",
                "1763640000_1-5_a\u0000b_0-0-0-0_24_7690.mp4",
                "17636400001763640000_1-5_gate_0-0-0-0_24_7690.mp4",
                "-5_1-5_gate_0-0-0-0_24_7690.mp4",
                "1763640000_1-5__0-0-0-0_24_7690.mp4"
            })
    void anythingElseSaysNothing(String name) {
        assertThat(FilmName.read(name)).isEmpty();
    }

    @Test
    void oneWithoutEndIsNotRead() {
        assertThat(FilmName.read("1_1-5_" + "_0-0-0-0".repeat(100_000) + "_24_7690.mp4"))
                .isEmpty();
    }
}
