package io.vedette.hub.fleet;

import java.util.Arrays;
import java.util.List;

/** How many cameras are in one state. */
public record StateCount(String state, String icon, boolean needsYou, long count) {

    /** Only the states that some camera is in, the worrying ones first. */
    public static List<StateCount> of(List<CameraSight> cameras) {
        return Arrays.stream(Presence.State.values())
                .map(state -> new StateCount(
                        state.code(),
                        state.icon(),
                        state.needsYou(),
                        cameras.stream()
                                .filter(sight -> sight.presence().state() == state)
                                .count()))
                .filter(some -> some.count() > 0)
                .sorted(java.util.Comparator.comparing(some -> !some.needsYou()))
                .toList();
    }
}
