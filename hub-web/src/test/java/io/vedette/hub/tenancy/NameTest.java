package io.vedette.hub.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
    @ParameterizedTest
    @ValueSource(strings = {"Gate", "<script>", "${7*7}", "=1+1", "\u05e9\u05e2\u05e8\u200f", "\ud83d\ude00", " Yard "})
    void whatCanBeSeenIsANameAsItIs(String text) {
        assertThat(new Name(text).value()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\0", "a\nb", "\u200f", "\u2060\u00a0", "a\ud800b", "fdp\u202egnp", "a\u2066b"})
    void whatCannotBeSeenOrMisleadsIsNone(String text) {
        assertThatThrownBy(() -> new Name(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
