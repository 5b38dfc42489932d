package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1 B",
        "999, 999 B",
        "1000, 1 kB",
        "12345, 12.3 kB",
        "142000000, 142 MB",
        "9100000, 9.1 MB",
        "5000000000, 5 GB",
        "9000000000000000, '9,000 TB'"
    })
    void bytesAreToldInThreeDigits(long bytes, String words) {
        assertThat(Wording.size(bytes, Locale.ENGLISH)).isEqualTo(words);
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        assertThat(Wording.size(9_100_000, Locale.GERMAN)).isEqualTo("9,1 MB");
        assertThat(Wording.percent(0.5)).isEqualTo("50.00%");
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "499, 0:00", "22000, 0:22", "65000, 1:05", "3599600, 1:00:00", "3723000, 1:02:03"})
    void lengthsAreToldAsAClockDoes(long millis, String words) {
        assertThat(Wording.length(Duration.ofMillis(millis))).isEqualTo(words);
    }
}
