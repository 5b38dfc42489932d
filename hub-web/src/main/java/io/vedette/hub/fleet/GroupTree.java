package io.vedette.hub.fleet;

import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.GroupId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The groups of a site, each with those that lie within it. One whose surroundings the viewer may not know of stands at the root. */
public final class GroupTree {
    private final Map<Optional<GroupId>, List<CameraGroup>> within;

    private GroupTree(List<CameraGroup> groups) {
        Set<GroupId> known = groups.stream().map(CameraGroup::id).collect(Collectors.toSet());
        this.within = groups.stream()
                .collect(Collectors.groupingBy(group -> group.above().filter(known::contains)));
    }

    /** @param groups of one site, in the order in which neighbours are to stand */
    static GroupTree of(List<CameraGroup> groups) {
        return new GroupTree(groups);
    }

    /**
     * A group on a page.
     *
     * @param cameras how many stand in it itself
     */
    public record Node(String id, String name, String badge, long cameras, List<Node> within) {}

    /** All of it, from the root. */
    List<Node> nodes(Map<GroupId, Long> cameras) {
        return nodes(Optional.empty(), cameras);
    }

    private List<Node> nodes(Optional<GroupId> above, Map<GroupId, Long> cameras) {
        return within.getOrDefault(above, List.of()).stream()
                .map(group -> new Node(
                        group.id().toString(),
                        group.name(),
                        group.badge(),
                        cameras.getOrDefault(group.id(), 0L),
                        nodes(Optional.of(group.id()), cameras)))
                .toList();
    }

    /** A group in a choice, called by its whole path. */
    public record Path(String id, String name) {}

    /** Every group with the names of those around it, in the order of the tree. */
    List<Path> paths() {
        return paths(Set.of());
    }

    /** As {@link #paths()}, without this one and what lies within it: where it can be put. */
    List<Path> pathsOutside(GroupId group) {
        return paths(Set.of(group));
    }

    private List<Path> paths(Set<GroupId> without) {
        List<Path> paths = new ArrayList<>();
        add(paths, Optional.empty(), "", new HashSet<>(without));
        return paths;
    }

    private void add(List<Path> paths, Optional<GroupId> above, String around, Set<GroupId> done) {
        for (CameraGroup group : within.getOrDefault(above, List.of())) {
            if (done.add(group.id())) {
                String path = around + group.name();
                paths.add(new Path(group.id().toString(), path));
                add(paths, Optional.of(group.id()), path + " / ", done);
            }
        }
    }
}
