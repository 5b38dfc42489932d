package io.vedette.hub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceTest {
    private static final List<String> VALUES = List.of("Guard", "watch live", "Gate {0}", "Fri 18:00");

    @Test
    void valuesStandOutWhereTheLanguagePutsThem() {
        Sentence english = Sentence.of(Locale.ENGLISH, "grant.until", VALUES);
        Sentence german = Sentence.of(Locale.GERMAN, "grant.until", VALUES);

        assertThat(english.plain()).isEqualTo("Guard may watch live Gate {0} until Fri 18:00.");
        assertThat(german.plain()).isEqualTo("Guard darf Gate {0} bis Fri 18:00 watch live.");
        assertThat(english.parts())
                .filteredOn(Sentence.Part::strong)
                .extracting(Sentence.Part::text)
                .containsExactlyElementsOf(VALUES);
    }
}
