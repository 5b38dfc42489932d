package io.vedette.hub.platform.persistence;

/** Text as the database keeps it. It refuses a NUL, and silently makes half a surrogate pair a question mark. */
public final class StorableText {
    private StorableText() {}

    /** Whether the text comes back as it was given. */
    public static boolean fits(String text) {
        return text.indexOf('\0') < 0
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
