package io.vedette.agent.wire.listen;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody asks.
 *
 * @param headers by lower-case name
 * @param length of the body in bytes
 * @param body ends after that many
 */
public record Request(String method, String path, Map<String, String> headers, long length, InputStream body) {
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** A header that counts something; empty when it is missing or no whole number from 0. */
    public OptionalLong number(String name) {
        String value = headers.getOrDefault(name, "");
        return value.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }
}
