package io.vedette.hub.retention;

import io.vedette.hub.analysis.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * For how many days what a camera records is kept, by what programs saw in it.
 *
 * @param days empty: without end
 * @param labels what has one of them is kept for so long at least, and goes last for want of room
 * @param unseen what a program looked at and saw nothing in is kept for so long at most; empty: as the rest
 */
record Keeping(Optional<Integer> days, Map<Label, Integer> labels, Optional<Integer> unseen) {
    Keeping {
        labels = Map.copyOf(labels);
        Optional<Integer> all = days;
        unseen = unseen.filter(fewer -> all.filter(rest -> rest <= fewer).isEmpty());
    }

    /** Recordings that are all kept for so many days. */
    record Part(int days, Which which) {}

    boolean looks() {
        return !labels.isEmpty() || unseen.isPresent();
    }

    /** Empty: without end. */
    Optional<Integer> of(Seen seen) {
        if (seen.nothing() && unseen.isPresent()) {
            return unseen;
        }
        return days.map(all -> seen.labels().stream()
                .map(label -> labels.getOrDefault(label, all))
                .reduce(all, Math::max));
    }

    /** Whether a label keeps it from going while others can. */
    boolean favours(Seen seen) {
        return seen.labels().stream().anyMatch(labels::containsKey);
    }

    /** All recordings that go one day, each in one part. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        unseen.ifPresent(fewer -> parts.add(new Part(fewer, Which.UNSEEN)));
        days.ifPresent(all -> parts.addAll(seen(all)));
        return List.copyOf(parts);
    }

    private List<Part> seen(int all) {
        TreeMap<Integer, Set<Label>> longer = new TreeMap<>();
        labels.forEach((label, more) -> {
            if (more > all) {
                longer.computeIfAbsent(more, none -> new HashSet<>()).add(label);
            }
        });
        List<Part> parts = new ArrayList<>();
        Set<Label> further = new HashSet<>();
        longer.descendingMap().forEach((more, those) -> {
            parts.add(new Part(more, new Which(those, further, Which.Looked.ANY)));
            further.addAll(those);
        });
        parts.add(new Part(
                all, new Which(Set.of(), further, unseen.isPresent() ? Which.Looked.NOT_UNSEEN : Which.Looked.ANY)));
        return parts;
    }
}
