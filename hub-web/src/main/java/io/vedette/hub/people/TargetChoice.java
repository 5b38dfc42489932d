package io.vedette.hub.people;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the form offers to give: everything while that is little, else the first of what fits the words that were typed.
 *
 * @param wide what is more than a group: sites, tags, every camera
 * @param many whether there is more than one can look through, so that the form has a field to find by
 * @param more whether more fits than is offered
 * @param chosen value of the entry that is marked; empty when none is
 */
public record TargetChoice(
        List<Target> wide,
        List<Target> groups,
        List<Target> cameras,
        String typed,
        boolean many,
        boolean more,
        String chosen) {
    /** As many as somebody looks through without reading twice. */
    static final int MOST = 20;

    public TargetChoice {
        wide = List.copyOf(wide);
        groups = List.copyOf(groups);
        cameras = List.copyOf(cameras);
        if (chosen.isEmpty() && !typed.isEmpty() && wide.size() + groups.size() + cameras.size() == 1) {
            chosen = Stream.of(wide, groups, cameras)
                    .flatMap(List::stream)
                    .findFirst()
                    .map(Target::value)
                    .orElse("");
        }
    }

    public int count() {
        return wide.size() + groups.size() + cameras.size();
    }

    /** Whether the tenant has no camera to give. */
    public boolean nothing() {
        return groups.isEmpty() && cameras.isEmpty() && !many;
    }
}
