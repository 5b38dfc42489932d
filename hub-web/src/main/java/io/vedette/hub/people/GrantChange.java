package io.vedette.hub.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.vedette.hub.cameras.AccessGrant;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.GrantTerms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a program wants to change about a grant. A field that is left out stays as it is; an {@code until} of null makes the
 * grant last until it is taken back (as RFC 7396 reads null). Whom it is for and what it is about never change.
 */
public record GrantChange(Map<String, @Nullable Object> fields) {
    private static final Set<String> KNOWN = Set.of("actions", "until", "reason");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GrantChange {
        if (!KNOWN.containsAll(fields.keySet())) {
            throw new IllegalArgumentException("of a grant, actions, until and reason can change");
        }
    }

    GrantTerms terms(AccessGrant now) {
        return new GrantTerms(
                fields.containsKey("actions") ? actions() : now.actions(),
                fields.containsKey("until") ? text("until").map(Instant::parse) : now.until(),
                fields.containsKey("reason") ? text("reason").orElse("") : now.reason());
    }

    private Set<Action> actions() {
        if (!(fields.get("actions") instanceof List<?> names)) {
            throw new IllegalArgumentException("actions are a list");
        }
        return names.stream().map(String::valueOf).map(Action::valueOf).collect(Collectors.toSet());
    }

    private Optional<String> text(String field) {
        return switch (fields.get(field)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            default -> throw new IllegalArgumentException("of a grant, " + field + " is text");
        };
    }
}
