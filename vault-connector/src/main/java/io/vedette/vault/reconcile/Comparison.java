package io.vedette.vault.reconcile;

import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One look at a folder: its listing beside the list. */
final class Comparison {
    private Comparison() {}

    static List<Difference> of(Collection<BlobEntry> listed, Index.Named named) {
        List<Difference> found = new ArrayList<>();
        Map<BlobKey, BlobEntry> there = new TreeMap<>();
        listed.forEach(entry -> there.put(entry.key(), entry));
        for (Expected expected : named.expected()) {
            BlobEntry entry = there.remove(expected.key());
            if (entry == null) {
                found.add(new Difference.Missing(expected.key()));
                continue;
            }
            expected.content()
                    .filter(content -> content.bytes() != entry.bytes())
                    .ifPresent(content ->
                            found.add(new Difference.OtherSize(expected.key(), content.bytes(), entry.bytes())));
        }
        there.values().stream()
                .filter(entry -> !named.underWay().contains(entry.key()))
                .forEach(entry -> found.add(new Difference.Extra(entry.key(), entry.bytes())));
        return found;
    }
}
