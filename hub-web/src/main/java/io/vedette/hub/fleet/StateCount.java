package io.vedette.hub.fleet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many cameras are in one state. */
public record StateCount(String state, String icon, boolean needsYou, long count) {

    /** Only the states that some camera is in, the worrying ones first. */
    public static List<StateCount> of(Stream<Presence.State> cameras) {
        Map<Presence.State, Long> counts =
                cameras.collect(Collectors.groupingBy(state -> state, Collectors.counting()));
        return Arrays.stream(Presence.State.values())
                .map(state ->
                        new StateCount(state.code(), state.icon(), state.needsYou(), counts.getOrDefault(state, 0L)))
                .filter(some -> some.count() > 0)
                .sorted(Comparator.comparing(some -> !some.needsYou()))
                .toList();
    }
}
