package io.vedette.hub.cameras;

/** What people call a site, group or camera: 1 to 100 characters, trimmed, no control characters. Anything else is text as it is. */
public record Name(String value) {
    private static final int MOST = 100;

    public Name {
        value = value.strip();
        if (value.isEmpty() || value.length() > MOST || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name has 1 to 100 characters and no control characters");
        }
    }
}
