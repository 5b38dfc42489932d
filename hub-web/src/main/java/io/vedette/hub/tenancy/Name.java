package io.vedette.hub.tenancy;

/** What people of a tenant call something of theirs: 1 to 100 characters, trimmed, no control characters. Anything else is text as it is. */
public record Name(String value) {
    private static final int MOST = 100;

    public Name {
        value = value.strip();
        if (value.isEmpty()
                || value.length() > MOST
                || value.codePoints().anyMatch(Name::refused)
                || value.codePoints().noneMatch(Name::seen)) {
            throw new IllegalArgumentException(
                    "a name has 1 to 100 characters that can be seen and no control characters");
        }
    }

    /** Controls, halves of characters, and what turns the direction of whatever is written behind the name. */
    public static boolean refused(int c) {
        return Character.isISOControl(c)
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean seen(int c) {
        return !Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT;
    }
}
