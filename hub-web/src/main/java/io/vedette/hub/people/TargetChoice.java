package io.vedette.hub.people;

import java.util.List;

/**
 * What the form offers to give: everything while that is little, else the first of what fits the words that were typed.
 * Groups stand first, as one of them often is what somebody wants to give.
 *
 * @param many whether there is more than one can look through, so that the form has a field to find by
 * @param more whether more fits than is offered
 * @param chosen value of the entry that is marked; empty when none is
 */
public record TargetChoice(
        List<Target> groups, List<Target> cameras, String typed, boolean many, boolean more, String chosen) {
    /** As many as somebody looks through without reading twice. */
    static final int MOST = 20;

    public TargetChoice {
        groups = List.copyOf(groups);
        cameras = List.copyOf(cameras);
        if (chosen.isEmpty() && !typed.isEmpty() && groups.size() + cameras.size() == 1) {
            chosen = (groups.isEmpty() ? cameras : groups).getFirst().value();
        }
    }

    public int count() {
        return groups.size() + cameras.size();
    }

    /** Whether the tenant has nothing at all to give. */
    public boolean nothing() {
        return count() == 0 && !many;
    }
}
