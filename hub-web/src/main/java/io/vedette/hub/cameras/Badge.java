package io.vedette.hub.cameras;

import io.vedette.hub.tenancy.Name;

/** A few letters that stand for a group where there is no room for its name: at most 12, or none. */
public record Badge(String value) {
    public static final Badge NONE = new Badge("");

    private static final int MOST = 12;

    public Badge {
        value = value.strip();
        if (value.length() > MOST || value.codePoints().anyMatch(Name::refused)) {
            throw new IllegalArgumentException("a badge has at most 12 characters and no control characters");
        }
    }
}
