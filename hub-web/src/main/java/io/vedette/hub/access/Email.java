package io.vedette.hub.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address as it is compared: in small letters. Whether anybody reads there is for a mail to find out. */
public record Email(String value) {
    private static final Pattern SHAPE =
            Pattern.compile("[\\p{Graph}&&[^@<>\"(),:;\\\\\\[\\]]]+@[a-z0-9-]+(\\.[a-z0-9-]+)+");
    private static final int LONGEST = 254; // RFC 5321, section 4.5.3.1.3

    public Email {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("an e-mail address has a name, an @ and a domain");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
