package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedTest {
    private static final long SIZE = 1000;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 999",
        "bytes=0-0, 0, 0",
        "bytes=0-999, 0, 999",
        "bytes=0-1000, 0, 999",
        "bytes=0-999999999999999999, 0, 999",
        "bytes=500-599, 500, 599",
        "bytes=999-, 999, 999",
        "bytes=-1, 999, 999",
        "bytes=-1000, 0, 999",
        "bytes=-5000, 0, 999",
    })
    void oneRangeIsAPart(String header, long first, long last) {
        assertThat(Wanted.of(header, SIZE)).isEqualTo(new Wanted.Part(first, last));
        assertThat(new Wanted.Part(first, last).length()).isEqualTo(last - first + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0"})
    void whatIsNotThereIsOutside(String header) {
        assertThat(Wanted.of(header, SIZE)).isEqualTo(new Wanted.Outside());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes=-",
                "bytes=5-2",
                "bytes=0-1,5-6",
                "bytes=a-b",
                "bytes= 0-1",
                "items=0-1",
                "bytes=0-1x",
                "bytes=99999999999999999999-"
            })
    void whatCannotBeUnderstoodIsTheWhole(String header) {
        assertThat(Wanted.of(header, SIZE)).isEqualTo(new Wanted.Whole());
    }
}
