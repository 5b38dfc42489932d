package io.vedette.e2e.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the hub answered. */
public record Answer(int status, HttpHeaders headers, byte[] body) {
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return LinkCodec.json().readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON but " + text(), e);
        }
    }

    /** The first header of this name; empty text when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    @Override
    public String toString() {
        String start = text();
        return status + " " + (start.length() > 300 ? start.substring(0, 300) + "..." : start);
    }
}
