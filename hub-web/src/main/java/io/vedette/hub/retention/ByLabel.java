package io.vedette.hub.retention;

import io.vedette.hub.analysis.Label;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a rule says of recordings in which programs saw something, or nothing.
 *
 * @param days at least so many for what has the label; it never makes them fewer, as a program that is wrong must not have recordings deleted early
 * @param unseen at most so many for what a program looked at and saw nothing in
 */
public record ByLabel(SortedMap<Label, Integer> days, OptionalInt unseen) {
    public static final int MOST = 20;
    static final ByLabel NONE = new ByLabel(Map.of(), OptionalInt.empty());

    public ByLabel {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        if (days.size() > MOST) {
            throw new IllegalArgumentException("a rule names at most 20 labels");
        }
        days.values().forEach(Terms.Days.Of::new);
        unseen.ifPresent(Terms.Days.Of::new);
    }

    public ByLabel(Map<Label, Integer> days, OptionalInt unseen) {
        this(new TreeMap<>(days), unseen);
    }

    boolean isEmpty() {
        return days.isEmpty() && unseen.isEmpty();
    }

    /** As {@code person 60, traffic light 30}: as it is typed and written down. */
    String labels() {
        return days.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Whether it can stand beside these days: a label keeps for no less, nothing seen for no more. */
    boolean beside(Terms.Days kept) {
        return !(kept instanceof Terms.Days.Of of)
                || (days.values().stream().allMatch(longer -> longer >= of.count())
                        && unseen.orElse(of.count()) <= of.count());
    }
}
