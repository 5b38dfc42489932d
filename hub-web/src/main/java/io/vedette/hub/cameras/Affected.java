package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import java.util.Optional;
import java.util.Set;

/**
 * What is touched when a site, group, camera or tag is taken away.
 *
 * @param groups that go
 * @param gone cameras that go
 * @param stay cameras that stay, and lose a group or a tag
 */
public record Affected(
        Optional<SiteId> site, Set<GroupId> groups, Set<CameraId> gone, Set<CameraId> stay, Optional<Tag> tag) {
    public Affected {
        groups = Set.copyOf(groups);
        gone = Set.copyOf(gone);
        stay = Set.copyOf(stay);
    }
}
