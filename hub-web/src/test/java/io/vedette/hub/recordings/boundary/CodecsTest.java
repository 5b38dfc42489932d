package io.vedette.hub.recordings.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodecsTest {
    @Test
    void peopleReadTheNamesTheyKnowAndWhatHasNoneAsItIs() {
        assertThat(Codecs.of("video/mp4; codecs=\"avc1.4d4c1f,mp4a.40.2\"")).isEqualTo("H.264, AAC");
        assertThat(Codecs.of("video/mp4; codecs=\"avc1.640028\"")).isEqualTo("H.264");
        assertThat(Codecs.of("video/mp4; codecs=\"hvc1.1.6.L93.B0,opus\"")).isEqualTo("H.265, Opus");
        assertThat(Codecs.of("video/mp4; codecs=\"av01.0.04M.08\"")).isEqualTo("av01.0.04M.08");
        assertThat(Codecs.of("video/mp4")).isEqualTo("video/mp4");
    }
}
