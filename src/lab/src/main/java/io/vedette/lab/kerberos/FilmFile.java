package io.vedette.lab.kerberos;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A film as an agent has it on its disk.
 *
 * @param told whether an agent says beside its name when it began and how long it is, as newer ones do
 */
public record FilmFile(
        String name, byte[] bytes, Instant startedAt, Duration duration, String directory, boolean told) {
    /** Named as agents name them. */
    public static FilmFile of(byte[] bytes, String camera, Instant startedAt, Duration duration) {
        long millis = startedAt.toEpochMilli() % 1000;
        String name = String.format(
                Locale.ROOT,
                "%d_%d-%d_%s_200-200-400-400_24_%d.mp4",
                startedAt.getEpochSecond(),
                String.valueOf(millis).length(),
                millis,
                camera,
                duration.toMillis());
        return new FilmFile(name, bytes.clone(), startedAt, duration, "a-user", true);
    }

    /** As an older agent sends it, whose name says everything. */
    public FilmFile named(String other) {
        return new FilmFile(other, bytes, startedAt, duration, directory, false);
    }
}
