package io.vedette.agent.camera.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartPicturesTest {
    private static MultipartPictures of(String boundary, String body) {
        return new MultipartPictures(new ByteArrayInputStream(body.getBytes(StandardCharsets.ISO_8859_1)), boundary);
    }

    private static List<String> all(MultipartPictures pictures) {
        List<String> found = new ArrayList<>();
        try {
            while (true) {
                found.add(new String(pictures.next(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException end) {
            return found;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "--next"})
    void aPartIsAsLongAsItSays(String boundary) {
        assertThat(all(of(
                        boundary,
                        "--next\r\nContent-Type: image/jpeg\r\nContent-Length: 9\r\n\r\n--next\r\nx\r\n"
                                + "--next\r\nCONTENT-LENGTH: 3\r\n\r\nabc\r\n")))
                .containsExactly("--next\r\nx", "abc");
    }

    @Test
    void aPartThatDoesNotSayEndsWhereTheNextOneBegins() {
        assertThat(all(of("next", "--next\r\n\r\nab-\r\n---next\r\n\r\ncd\r\n--next\n\nef\r\n--next--\r\n")))
                .containsExactly("ab-\r\n-", "cd\r\n", "ef\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--next\r\nContent-Length: 99999999\r\n\r\nabc",
                "--next\r\nContent-Length: -1\r\n\r\nabc",
                "--next\r\nContent-Length: 999999999999\r\n\r\nabc",
                "--next\r\nContent-Length: 10\r\n\r\nabc",
                "--other\r\n\r\nabc",
                ""
            })
    void whatIsTooLongOrCutShortIsRefused(String body) {
        assertThatThrownBy(() -> of("next", body).next()).isInstanceOf(IOException.class);
    }

    @Test
    void nothingThatHasNoEndIsTakenIn() {
        String endless = "x".repeat(MultipartPictures.MOST_PICTURE + 100);

        assertThatThrownBy(() -> of("next", "--next\r\n\r\n" + endless).next()).hasMessageContaining("without an end");
        assertThatThrownBy(() -> of("next", endless).next()).hasMessageContaining("without an end");
        assertThatThrownBy(
                        () -> of("next", "--next\r\n" + "a: b\r\n".repeat(200)).next())
                .hasMessageContaining("no end");
        assertThatThrownBy(() -> of("next", "junk\r\n".repeat(200)).next()).hasMessageContaining("no part begins");
    }
}
