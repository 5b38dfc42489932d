package io.vedette.hub.platform.web;

import java.util.Locale;

/**
 * A part of an address that could not be read.
 *
 * @param given what stands there, its beginning if it is long
 * @param wanted what it must be, as a key of words: {@code problem.wanted.<wanted>}
 * @param known a value for those words
 */
record Misread(String part, String given, String wanted, String known) {
    private static final int LONGEST = 60;

    Misread {
        given = given.length() > LONGEST ? given.substring(0, LONGEST) + "…" : given;
    }

    Misread(String part, String given, String wanted) {
        this(part, given, wanted, "");
    }

    String words(Locale language) {
        String must = Messages.text(language, "problem.wanted." + wanted, known);
        return Messages.text(language, "problem.invalid.part", part, given, must);
    }
}
