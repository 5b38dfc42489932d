package io.vedette.hub.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hash is its digits, wherever it is read, compared or printed. */
class DigestTest {
    private static final String DIGITS = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    @Test
    void itsBytesAndItsDigitsAreTheSameHashAndItPrintsAsItsDigits() {
        Digest read = new Digest(HexFormat.of().parseHex(DIGITS));

        assertThat(read).isEqualTo(new Digest(DIGITS)).hasToString(DIGITS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0011",
                "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff0",
                "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF",
                "00112233445566778899aabbccddeeff00112233445566778899aabbccddeef\n"
            })
    void whatIsNoHashIsRefused(String digits) {
        assertThatThrownBy(() -> new Digest(digits)).isInstanceOf(IllegalArgumentException.class);
    }
}
