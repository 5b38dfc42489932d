package io.vedette.hub.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import io.vedette.contracts.link.LinkCodec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisDocumentTest {
    private static final String HEAD = "{\"run\":\"one\",\"engine\":{\"name\":\"yard\",\"version\":\"1\"}";

    @Test
    void boxesInPixelsAreKeptAsShares() throws JsonProcessingException {
        Analysis read = read(HEAD + """
                , "frame": {"width": 1280, "height": 720},
                "detections": [{"label": "person", "confidence": 0.87, "fromMs": 1200, "toMs": 5400,
                  "box": {"x": 320, "y": 180, "width": 64, "height": 72, "atMs": 2000}}]}
                """);

        assertThat(read.detections())
                .containsExactly(new Detection(
                        new Label("person"),
                        new Confidence(0.87),
                        new Span(1200, 5400),
                        Optional.of(new Box(2000, 0.25, 0.25, 0.05, 0.1))));
    }

    @Test
    void whatIsLeftOutHasItsMeaning() throws JsonProcessingException {
        Analysis read = read(HEAD + """
                , "detections": [{"label": "person", "confidence": 1, "fromMs": 1200, "toMs": 5400,
                  "box": {"x": 0, "y": 0, "width": 1, "height": 1}}],
                "markers": [{"name": "door", "fromMs": 0, "toMs": 1}]}
                """);

        assertThat(read.detections().getFirst().box().orElseThrow().atMs()).isEqualTo(1200);
        assertThat(read.markers())
                .containsExactly(new Marker(new Label("door"), "", Confidence.CERTAIN, new Span(0, 1), List.of()));
        assertThat(read(HEAD + "}").detections()).isEmpty();
    }

    @Test
    void whatIsReadBackCanBePostedAgainAndIsTheSame() throws JsonProcessingException {
        Analysis first = read(HEAD + """
                , "frame": {"width": 1000, "height": 333},
                "detections": [{"label": "person", "confidence": 0.123456, "fromMs": 0, "toMs": 10,
                  "box": {"x": 1, "y": 2, "width": 333, "height": 331}}],
                "markers": [{"name": "plate", "value": "B XY", "fromMs": 0, "toMs": 1, "labels": ["car"]}]}
                """);

        Analysis again = read(LinkCodec.json().writeValueAsString(AnalysisDocument.of(first)));

        assertThat(again).isEqualTo(first);
        assertThat(Fingerprint.of(again)).isEqualTo(Fingerprint.of(first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"detections\": [null]",
                "\"markers\": [null]",
                "\"markers\": [{\"name\": \"a\", \"fromMs\": 0, \"toMs\": 1, \"labels\": [null]}]",
                "\"detections\": [{\"label\": \"a\", \"fromMs\": 0, \"toMs\": 1}]",
                "\"frame\": {\"width\": 1280}"
            })
    void aDocumentWithAHoleIsNotRead(String part) {
        assertThatThrownBy(() -> read(HEAD + ", " + part + "}")).isInstanceOf(DatabindException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"detections\": [{\"label\": \"A\", \"confidence\": 1, \"fromMs\": 0, \"toMs\": 1}]",
                "\"detections\": [{\"label\": \"a\", \"confidence\": 1e999, \"fromMs\": 0, \"toMs\": 1}]",
                "\"frame\": {\"width\": 0, \"height\": 1}",
                "\"markers\": [{\"name\": \"a\", \"value\": \"\\u0000\", \"fromMs\": 0, \"toMs\": 1}]"
            })
    void whatCannotBeIsRefused(String part) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(HEAD + ", " + part + "}"));
    }

    private static Analysis read(String json) throws JsonProcessingException {
        return LinkCodec.json().readValue(json, AnalysisDocument.class).read();
    }
}
