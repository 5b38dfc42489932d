package io.vedette.hub.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.GrantWish;
import io.vedette.hub.cameras.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A grant that a program wants to give. {@code account}, {@code actions} and either {@code camera} or {@code group} are needed. */
public record GrantRequest(Map<String, @Nullable Object> fields) {
    private static final Set<String> KNOWN = Set.of("account", "camera", "group", "actions", "until", "reason");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GrantRequest {
        if (!KNOWN.containsAll(fields.keySet())) {
            throw new IllegalArgumentException("a grant has no such field");
        }
    }

    /** Throws {@link IllegalArgumentException} for what is missing, contradictory or over already. */
    GrantWish wish(Instant now) {
        Optional<Instant> until = text("until").map(Instant::parse);
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            throw new IllegalArgumentException("the grant would be over before it begins");
        }
        return new GrantWish(
                new Subject(text("account").orElse("")),
                what(),
                actions(),
                until,
                text("reason").orElse(""));
    }

    private GrantWish.What what() {
        Optional<GrantWish.What> camera = text("camera").map(CameraId::of).map(GrantWish.OneCamera::new);
        Optional<GrantWish.What> group = text("group").map(GroupId::of).map(GrantWish.WholeGroup::new);
        if (camera.isPresent() == group.isPresent()) {
            throw new IllegalArgumentException("a grant is about a camera or about a group");
        }
        return camera.or(() -> group).orElseThrow();
    }

    private Set<Action> actions() {
        if (!(fields.get("actions") instanceof List<?> names)) {
            throw new IllegalArgumentException("a grant needs actions");
        }
        return names.stream().map(String::valueOf).map(Action::valueOf).collect(Collectors.toSet());
    }

    private Optional<String> text(String field) {
        return switch (fields.get(field)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            // read as left out, an end in milliseconds would be a grant without an end
            default -> throw new IllegalArgumentException("of a grant, " + field + " is text");
        };
    }
}
