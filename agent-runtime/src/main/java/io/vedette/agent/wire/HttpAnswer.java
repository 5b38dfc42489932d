package io.vedette.agent.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What came back: status, headers by lower-case name (the last of a repeated one), and a body of at most 64 KB. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and nobody keeps it
public record HttpAnswer(int status, Map<String, String> headers, byte[] body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A header that counts something; empty when it is missing or no whole number from 0. */
    public OptionalLong number(String name) {
        String value = headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        return value.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
