package io.vedette.hub.fleet;

import io.vedette.hub.cameras.CameraGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of cameras in the interface for programs.
 *
 * @param version counts changes; the same as the entity tag
 */
public record GroupDocument(String id, String name, int version, String site) {
    /** All the asker may know of. */
    /** @param next address of the next page; absent at the end */
    public record GroupList(
            List<GroupDocument> groups, @Nullable String next) {}

    /** What a new group is made of. */
    public record NewGroup(String name, String site) {}

    /** What a group is called from now on. */
    public record GroupChange(String name) {}

    static GroupDocument of(CameraGroup group) {
        return new GroupDocument(
                group.id().toString(),
                group.name(),
                group.version(),
                group.site().toString());
    }
}
