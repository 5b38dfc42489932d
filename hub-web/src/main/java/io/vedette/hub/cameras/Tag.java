package io.vedette.hub.cameras;

import java.util.Locale;

/** A word put on cameras, to find and to delegate them by: 1 to 30 letters, digits, dashes and dots, in small letters. */
public record Tag(String value) implements Comparable<Tag> {
    private static final int MOST = 30;

    public Tag {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty() || value.length() > MOST || !value.codePoints().allMatch(Tag::taken)) {
            throw new IllegalArgumentException("a tag has 1 to 30 letters, digits, dashes and dots");
        }
    }

    private static boolean taken(int c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '.';
    }

    @Override
    public int compareTo(Tag other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
