package io.vedette.hub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceTest {
    private static final List<String> VALUES = List.of("Guard", "watch live", "Gate {0}");

    @Test
    void valuesStandOutWhereTheLanguagePutsThem() {
        Sentence english =
                Sentence.of(Locale.ENGLISH, "grant.may", VALUES).and(Locale.ENGLISH, "grant.part.until", "Fri {0}");
        Sentence german =
                Sentence.of(Locale.GERMAN, "grant.may", VALUES).and(Locale.GERMAN, "grant.part.until", "Fri {0}");

        assertThat(english.plain()).isEqualTo("Guard may watch live Gate {0}, until Fri {0}.");
        assertThat(german.plain()).isEqualTo("Guard darf Gate {0} watch live, bis Fri {0}.");
        assertThat(english.parts())
                .filteredOn(Sentence.Part::strong)
                .extracting(Sentence.Part::text)
                .containsExactly("Guard", "watch live", "Gate {0}", "Fri {0}");
    }
}
