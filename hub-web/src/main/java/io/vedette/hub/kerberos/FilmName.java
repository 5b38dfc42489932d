package io.vedette.hub.kerberos;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent of Kerberos says with the name of a file: {@code <sec>_<n>-<fraction>_<name>_<x-y-w-h>_<changes>_<duration>.mp4}. Its
 * sender chose it: it is a label, and no path, id or key is made of it.
 *
 * @param startedAt by the clock of the agent
 * @param camera what it calls its camera, as it is written there
 * @param durationMs 0 when it does not know
 */
record FilmName(Instant startedAt, String camera, long durationMs) {
    private static final int LONGEST = 255;
    /** The name may hold what divides the fields, so it is what is left between those in front and those behind. */
    private static final Pattern FORM = Pattern.compile("(\\d{1,11})_(\\d{1,2})-(\\d{1,9})_([^/\\\\\\p{Cntrl}]{1,120})"
            + "_(-?\\d{1,6}-){3}-?\\d{1,6}_(-?\\d{1,10})_(\\d{1,10})\\.mp4");
    /** Six digits of a fraction are microseconds, as older agents write; fewer are milliseconds. */
    private static final String MICROSECONDS = "6";

    /** Empty for what has another form. */
    static Optional<FilmName> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long fraction = Long.parseLong(form.group(3));
        long millis = form.group(2).equals(MICROSECONDS) ? fraction / 1000 : fraction;
        return Optional.of(new FilmName(
                Instant.ofEpochSecond(Long.parseLong(form.group(1))).plusMillis(Math.min(millis, 999)),
                form.group(4),
                Long.parseLong(form.group(7))));
    }
}
