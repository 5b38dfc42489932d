package io.vedette.contracts;

import java.nio.charset.StandardCharsets;

/** A value that must never show in a log, a page or a message; only {@link #reveal} gives it away. May be empty: some cameras have no password. */
public record Secret(String reveal) {
    public byte[] bytes() {
        return reveal.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
