package io.vedette.hub.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.tenancy.Name;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program wants a camera to be. For a new camera {@code name} and {@code site} are needed; in a change, a field that
 * is left out stays as it is and a {@code group} of null takes the camera out of its group (as RFC 7396 reads null).
 */
public record CameraWish(Map<String, @Nullable String> fields) {
    private static final Set<String> KNOWN = Set.of("name", "site", "group");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CameraWish {
        if (!KNOWN.containsAll(fields.keySet())) {
            throw new IllegalArgumentException("a camera has a name, a site and a group");
        }
    }

    Name name() {
        return new Name(text("name").orElseThrow(() -> new IllegalArgumentException("a camera needs a name")));
    }

    Name name(String current) {
        return new Name(text("name").orElse(current));
    }

    SiteId site() {
        return SiteId.of(text("site").orElseThrow(() -> new IllegalArgumentException("a camera needs a site")));
    }

    SiteId site(SiteId current) {
        return text("site").map(SiteId::of).orElse(current);
    }

    Optional<GroupId> group() {
        return text("group").map(GroupId::of);
    }

    Optional<GroupId> group(Optional<GroupId> current) {
        return fields.containsKey("group") ? group() : current;
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field));
    }
}
