package io.vedette.hub.access;

import io.vedette.hub.platform.persistence.StorableText;

/** A person or service as the identity provider names them ("sub"); opaque, never reused, not an address. */
public record Subject(String value) {
    public Subject {
        if (value.isBlank() || value.length() > 100 || !StorableText.fits(value)) {
            throw new IllegalArgumentException("a subject has 1 to 100 characters that can be kept");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
