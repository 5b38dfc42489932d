package io.vedette.hub.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the query of an address asks for, part by part. A part that cannot be read is refused, and the words say which one it
 * is and what it wants.
 */
public final class Asked {
    public static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9000;

    private Asked() {}

    public static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    public static int number(String part, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refusal.of(new Misread(part, text, "number"));
        }
    }

    public static LocalDate day(String part, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
                throw Refusal.of(new Misread(part, text, "day"));
            }
            return day;
        } catch (DateTimeException e) {
            throw Refusal.of(new Misread(part, text, "day"));
        }
    }

    /** A point in time, from 1970 up to {@link #LAST}. */
    public static Instant instant(String part, String text) {
        try {
            Instant at = Instant.parse(text);
            if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST)) {
                throw Refusal.of(new Misread(part, text, "instant"));
            }
            return at;
        } catch (DateTimeException e) {
            throw Refusal.of(new Misread(part, text, "instant"));
        }
    }

    /**
     * The refusal of a part that is read elsewhere.
     *
     * @param wanted a key of words: {@code problem.wanted.<wanted>}
     */
    public static Refusal misread(String part, String text, String wanted) {
        return Refusal.of(new Misread(part, text, wanted));
    }

    /** @param code as a value stands in the address */
    public static <T> T choice(String part, String text, Collection<T> all, Function<T, String> code) {
        return all.stream()
                .filter(one -> code.apply(one).equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        new Misread(part, text, "choice", all.stream().map(code).collect(Collectors.joining(", ")))));
    }
}
