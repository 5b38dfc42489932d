package io.vedette.hub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageAskTest {
    private static final UUID ID = UUID.nameUUIDFromBytes(new byte[] {7});

    @Test
    void theLimitIsCappedAndNeverNonsense() {
        assertThat(PageAsk.of("cameras", null, null).limit()).isEqualTo(100);
        assertThat(PageAsk.of("cameras", "7", null).limit()).isEqualTo(7);
        assertThat(PageAsk.of("cameras", "999999999", null).limit()).isEqualTo(500);
        for (String text : List.of("0", "-1", "x", "", "1e3", "9999999999", "٣")) {
            refused(() -> PageAsk.of("cameras", text, null));
        }
    }

    @Test
    void aCursorComesBackAsItWasGiven() {
        var cursor = new Cursor("cameras", "Höf & \"Tor\"", ID);

        assertThat(Cursor.read("cameras", cursor.text())).isEqualTo(cursor);
        assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void aCursorOfAnotherListOrOfNobodyIsRefused() {
        refused(() -> Cursor.read("grants", new Cursor("cameras", "a", ID).text()));
        for (String text :
                List.of("cameras\na", "cameras\na\nno-id", "cameras\na\n" + ID + "\nmore", "cameras\n\0\n" + ID)) {
            refused(() -> Cursor.read("cameras", encoded(text.getBytes(StandardCharsets.UTF_8))));
        }
        refused(() -> Cursor.read("cameras", encoded(new byte[] {'c', (byte) 0xff})));
        refused(() -> Cursor.read("cameras", "not base64!"));
        refused(() -> Cursor.read("cameras", "A".repeat(1001)));
        refused(() -> PageAsk.time(new Cursor("grants", "yesterday", ID)));
    }

    @Test
    void theLastPageNamesNoNextOne() {
        var ask = PageAsk.of("cameras", "2", null);

        assertThat(slice(ask, "a", "b").next()).isNull();
        assertThat(slice(ask, "a", "b", "c").entries()).containsExactly("a", "b");
        assertThat(slice(ask, "a", "b", "c").next())
                .isEqualTo("/list?q=x+%26&limit=2&cursor=" + new Cursor("cameras", "b", ID).text());
    }

    private static PageAsk.Slice<String> slice(PageAsk ask, String... found) {
        return ask.slice(List.of(found), text -> text, text -> ID, "/list", Map.of("q", "x &"));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable question) {
        assertThatThrownBy(question)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.INVALID));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
