package io.vedette.hub.cameras;

import io.vedette.hub.tenancy.Name;

/** Where a site is, as people write it on a letter: at most 200 characters on one line, or nothing. */
public record PostalAddress(String value) {
    public static final PostalAddress NONE = new PostalAddress("");

    private static final int MOST = 200;

    public PostalAddress {
        value = value.strip();
        if (value.length() > MOST || value.codePoints().anyMatch(Name::refused)) {
            throw new IllegalArgumentException("an address has at most 200 characters and no control characters");
        }
    }
}
