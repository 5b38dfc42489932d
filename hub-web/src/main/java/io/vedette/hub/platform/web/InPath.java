package io.vedette.hub.platform.web;

import java.util.function.Function;

/** Ids in addresses: one that cannot be read names nothing, and so is not found like any other that names nothing. */
public final class InPath {
    private InPath() {}

    public static <T> T id(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound();
        }
    }
}
