package io.vedette.hub.platform.deed;

import io.vedette.hub.platform.persistence.StorableText;

/** Text that others chose, made so that it can be kept whatever it is: a deed is never lost for a strange name. */
final class KeptText {
    static final int ID = 200;
    static final int NAME = 300;
    static final int DETAIL = 1000;

    private static final int REPLACEMENT = 0xFFFD;

    private KeptText() {}

    static String of(String text, int most) {
        if (text.length() <= most && StorableText.fits(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        text.codePoints().limit(most).map(KeptText::storable).forEach(kept::appendCodePoint);
        return text.codePointCount(0, text.length()) > most ? kept.append('…').toString() : kept.toString();
    }

    private static int storable(int letter) {
        boolean half = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
        return letter == 0 || half ? REPLACEMENT : letter;
    }
}
