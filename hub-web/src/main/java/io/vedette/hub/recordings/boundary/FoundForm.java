package io.vedette.hub.recordings.boundary;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The fields that narrow a list of recordings by what was seen in them. Sent as an address, it keeps what narrows it already.
 *
 * @param kept what is sent along unseen, by its name in the address
 * @param known labels that the recordings of this page have
 * @param least the confidence that is asked for, as it stands in the address; empty for any
 */
public record FoundForm(Map<String, String> kept, List<LabelChips.Chip> known, String least) {
    private static final Set<String> TYPED = Set.of("confidence");

    /** In percent, and as they stand in the address. */
    public static final Map<String, Integer> STEPS =
            new TreeMap<>(Map.of("0.25", 25, "0.5", 50, "0.75", 75, "0.9", 90));

    static FoundForm of(Address address, List<RecordingRow> rows) {
        Map<String, String> kept = new TreeMap<>(address.values());
        kept.keySet().removeAll(TYPED);
        return new FoundForm(
                kept,
                rows.stream()
                        .flatMap(row -> row.labels().stream())
                        .collect(Collectors.toMap(LabelChips.Chip::label, one -> one, (a, b) -> a, TreeMap::new))
                        .values()
                        .stream()
                        .toList(),
                address.values().getOrDefault("confidence", ""));
    }

    public Map<String, Integer> steps() {
        return STEPS;
    }
}
