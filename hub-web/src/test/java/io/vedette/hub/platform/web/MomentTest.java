package io.vedette.hub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-20T23:30:00Z"); // already Saturday in Berlin

    @Test
    void aTimeIsAsShortAsCanBeUnderstoodAtThePlaceItBelongsTo() {
        assertThat(words("2026-11-20T23:10:00Z")).isEqualTo("00:10");
        assertThat(words("2026-11-20T22:10:00Z")).isEqualTo("Fri 23:10");
        assertThat(words("2026-11-27T17:00:00Z")).isEqualTo("Fri 18:00");
        assertThat(words("2026-03-02T09:00:00Z")).isEqualTo("2 Mar 10:00");
        assertThat(words("2025-03-02T09:00:00Z")).isEqualTo("2 Mar 2025 10:00");
    }

    @Test
    void theWholeOfItNamesTheZone() {
        assertThat(Moment.of(NOW, BERLIN, NOW, Locale.GERMAN).whole())
                .isEqualTo("Samstag, 21. November 2026, 00:30:00 Europe/Berlin");
    }

    @Test
    void aDayIsNamedInOneFormInEachLanguage() {
        LocalDate day = LocalDate.of(2026, 11, 27);

        assertThat(Moment.date(day, Locale.ENGLISH)).isEqualTo("Friday 27 November 2026");
        assertThat(Moment.date(day, Locale.US)).isEqualTo("Friday 27 November 2026");
        assertThat(Moment.date(day, Locale.GERMAN)).isEqualTo("Freitag, 27. November 2026");
    }

    private static String words(String at) {
        return Moment.of(Instant.parse(at), BERLIN, NOW, Locale.ENGLISH).words();
    }
}
