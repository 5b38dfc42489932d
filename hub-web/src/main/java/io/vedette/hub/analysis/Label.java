package io.vedette.hub.analysis;

import java.util.regex.Pattern;

/**
 * What was seen, in a word or some: {@code person}, {@code traffic light}. Lower-case letters, digits, and single spaces, hyphens
 * or underscores between them; 64 at most. As strict as this so that one thing has one word, whoever found it.
 */
public record Label(String value) implements Comparable<Label> {
    private static final int MOST = 64;
    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(?:[ _-][a-z0-9]+)*");

    public Label {
        if (value.length() > MOST || !WORDS.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a label has 1 to 64 lower-case letters and digits, with single spaces, - or _ between them");
        }
    }

    @Override
    public int compareTo(Label other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
