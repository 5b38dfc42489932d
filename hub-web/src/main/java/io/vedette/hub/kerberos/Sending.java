package io.vedette.hub.kerberos;

import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.accounts.Directory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a film that somebody wants to send. All of it is their word.
 *
 * @param device by which key the agent calls itself
 * @param camera what it calls its camera; empty when it does not say
 * @param directory empty when it does not say
 * @param startedAt empty when it does not say, or says what cannot be
 */
record Sending(String device, String camera, String directory, Optional<Instant> startedAt, Duration duration) {
    private static final int LONGEST_DEVICE = 100;
    private static final int LONGEST_FIELD = 1000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    /** So far clocks may differ. What says to be of a later time would be kept for longer than it is said to be. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofDays(1);

    /** As the fields of headers or metadata have it; empty when it does not say which device it is. */
    static Optional<Sending> read(Fields fields, Instant now) {
        return device(fields.of("device")).map(device -> {
            Optional<FilmName> name = Optional.of(fields.of("filename")).flatMap(FilmName::read);
            Optional<Instant> told = millis(fields.of("timestamp")).map(Instant::ofEpochMilli);
            Optional<Instant> started = told.or(() -> name.map(FilmName::startedAt))
                    .filter(at -> at.isAfter(EARLIEST))
                    .map(at -> at.isAfter(now.plus(AHEAD)) ? now.truncatedTo(ChronoUnit.MILLIS) : at);
            Duration duration = millis(fields.of("duration"))
                    .or(() -> name.map(FilmName::durationMs))
                    .map(Duration::ofMillis)
                    .filter(some -> some.compareTo(LONGEST) <= 0)
                    .orElse(Duration.ZERO);
            return new Sending(
                    device,
                    name.map(FilmName::camera).orElse(""),
                    directory(fields.of("directory")),
                    started,
                    duration);
        });
    }

    /** Where the fields come from. */
    @FunctionalInterface
    interface Fields {
        /** Null for none. */
        @Nullable
        String value(String name);

        default String of(String name) {
            String value = value(name);
            return value == null || value.length() > LONGEST_FIELD ? "" : value;
        }
    }

    /** Empty for what no device is called. */
    static Optional<String> device(String text) {
        return Optional.of(text)
                .filter(key -> !key.isBlank() && key.length() <= LONGEST_DEVICE)
                .filter(key -> key.codePoints().noneMatch(Name::refused));
    }

    private static String directory(String text) {
        try {
            return new Directory(text).value();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Optional<Long> millis(String text) {
        return text.matches("\\d{1,14}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
