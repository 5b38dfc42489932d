package io.vedette.hub.analysis;

import java.util.regex.Pattern;

/**
 * How a program calls one run of its engine over one recording, so that a repetition is known as one: the id of the event that
 * set it off will do. Letters, digits and {@code . _ : -}; 100 at most.
 */
public record RunId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");

    public RunId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a run is named with 1 to 100 letters, digits and . _ : -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
