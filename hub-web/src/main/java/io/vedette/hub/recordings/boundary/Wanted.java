package io.vedette.hub.recordings.boundary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which bytes of a file a request wants (RFC 9110, section 14): one range at most; what cannot be understood is ignored. */
sealed interface Wanted {
    Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    record Whole() implements Wanted {}

    /** From the first byte to the last one, both included. */
    record Part(long first, long last) implements Wanted {
        long length() {
            return last - first + 1;
        }
    }

    /** A range of bytes that are not there. */
    record Outside() implements Wanted {}

    /** @param size of the file in bytes, at least 1 */
    static Wanted of(@Nullable String range, long size) {
        Matcher form = ONE_RANGE.matcher(range == null ? "" : range.strip());
        if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
            return new Whole();
        }
        if (form.group(1).isEmpty()) {
            long last = Long.parseLong(form.group(2));
            return last == 0 ? new Outside() : new Part(Math.max(0, size - last), size - 1);
        }
        long first = Long.parseLong(form.group(1));
        long last = form.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(form.group(2));
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Outside() : new Part(first, Math.min(last, size - 1));
    }
}
