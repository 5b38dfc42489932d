package io.vedette.hub.people;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.people.hours.HoursDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a grant as a program sends them. What is of the wrong kind is refused and never read as left out: an end in
 * milliseconds would be a grant without an end.
 */
record GrantFields(Map<String, @Nullable Object> fields) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static final Set<String> OF_TERMS = Set.of("actions", "from", "until", "hours", "passable", "reason");

    /** The terms; what is left out is as in {@code now}, and an explicit null is nothing (as RFC 7396 reads it). */
    GrantTerms terms(GrantTerms now) {
        return new GrantTerms(
                fields.containsKey("actions") ? actions() : now.actions(),
                or("from", now.from(), () -> text("from").map(Instant::parse)),
                or("until", now.until(), () -> text("until").map(Instant::parse)),
                or("hours", now.hours(), this::hours),
                fields.containsKey("passable") ? yes("passable") : now.passable(),
                fields.containsKey("reason") ? text("reason").orElse("") : now.reason());
    }

    private <T> Optional<T> or(String field, Optional<T> now, java.util.function.Supplier<Optional<T>> sent) {
        return fields.containsKey(field) ? sent.get() : now;
    }

    private Set<Action> actions() {
        if (!(fields.get("actions") instanceof List<?> names)) {
            throw new IllegalArgumentException("actions are a list");
        }
        return names.stream().map(String::valueOf).map(Action::valueOf).collect(Collectors.toSet());
    }

    private Optional<WeeklyHours> hours() {
        return Optional.ofNullable(fields.get("hours"))
                .map(sent -> JSON.convertValue(sent, HoursDocument.class))
                .map(HoursDocument::hours);
    }

    boolean yes(String field) {
        return switch (fields.get(field)) {
            case null -> false;
            case Boolean yes -> yes;
            default -> throw new IllegalArgumentException("of a grant, " + field + " is true or false");
        };
    }

    Optional<String> text(String field) {
        return switch (fields.get(field)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            default -> throw new IllegalArgumentException("of a grant, " + field + " is text");
        };
    }

    <T> Optional<T> read(String field, Function<String, T> reader) {
        return text(field).map(reader);
    }
}
