package io.vedette.hub.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.GroupId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group of cameras in the interface for programs.
 *
 * @param version counts changes; the same as the entity tag
 * @param above the group it lies in; absent when it lies in none
 * @param badge stands for it where there is no room for its name; may be empty
 */
public record GroupDocument(
        String id,
        String name,
        int version,
        String site,
        @Nullable String above,
        String badge) {
    /**
     * All the asker may know of.
     *
     * @param next address of the next page; absent at the end
     */
    public record GroupList(
            List<GroupDocument> groups, @Nullable String next) {}

    /** What a new group is made of. */
    public record NewGroup(
            String name,
            String site,
            @JsonSetter(nulls = Nulls.SET) @Nullable String above,
            @JsonSetter(nulls = Nulls.SET) @Nullable String badge) {
        Optional<GroupId> place() {
            return Optional.ofNullable(above).map(GroupId::of);
        }
    }

    /** What changes about a group; a part that is left out stays as it is, an {@code above} of null takes it out of any other. */
    public record GroupChange(Map<String, @Nullable String> fields) {
        private static final Set<String> KNOWN = Set.of("name", "above", "badge");

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public GroupChange {
            if (!KNOWN.containsAll(fields.keySet())) {
                throw new IllegalArgumentException("of a group, name, above and badge can change");
            }
        }

        String name(String now) {
            return Optional.ofNullable(fields.get("name")).orElse(now);
        }

        String badge(String now) {
            return Optional.ofNullable(fields.get("badge")).orElse(now);
        }

        Optional<GroupId> above(Optional<GroupId> now) {
            return fields.containsKey("above")
                    ? Optional.ofNullable(fields.get("above")).map(GroupId::of)
                    : now;
        }
    }

    static GroupDocument of(CameraGroup group) {
        return new GroupDocument(
                group.id().toString(),
                group.name(),
                group.version(),
                group.site().toString(),
                group.above().map(GroupId::toString).orElse(null),
                group.badge());
    }
}
