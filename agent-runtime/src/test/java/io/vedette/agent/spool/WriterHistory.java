package io.vedette.agent.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.FromAgent;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything a {@link BusyWriter} said over all its lives, and whether the spool agrees. */
final class WriterHistory {
    private final Map<RecordingId, String> closed = new HashMap<>();
    private final Set<RecordingId> removing = new HashSet<>();
    private final Set<RecordingId> removed = new HashSet<>();
    private final Set<RecordingId> stored = new HashSet<>();
    private long acknowledged;

    void heard(List<String> lines) {
        for (String line : lines) {
            if (line.endsWith(" .")) {
                heard(line.split(" "));
            }
        }
    }

    private void heard(String... words) {
        switch (words[0]) {
            case "closed" -> closed.put(RecordingId.of(words[1]), words[2]);
            case "removing" -> removing.add(RecordingId.of(words[1]));
            case "removed" -> removed.add(RecordingId.of(words[1]));
            case "stored" -> stored.add(RecordingId.of(words[1]));
            case "acknowledged" -> acknowledged = Math.max(acknowledged, Long.parseLong(words[1]));
            default -> {}
        }
    }

    int closed() {
        return closed.size();
    }

    /** Opens the spool, which mends it, and says what contradicts the history, a line each; then proves the invariants. */
    List<String> contradictions(Path home) {
        List<String> wrong = new ArrayList<>();
        try (Spool spool = Spool.open(home, Clock.systemUTC())) {
            closed.forEach((id, sha256) -> {
                boolean there = spool.find(id)
                        .filter(kept -> kept.sha256().equals(sha256))
                        .isPresent();
                if (!there && !removing.contains(id)) {
                    wrong.add("lost " + id);
                } else if (there && removed.contains(id)) {
                    wrong.add("risen " + id);
                }
            });
            List<FromAgent.Event> waiting = spool.outbox().pending(0, 100_000);
            if (!waiting.isEmpty() && waiting.getFirst().seq() <= acknowledged) {
                wrong.add("event " + waiting.getFirst().seq() + " came back");
            }
            if (spool.outbox().lastSeq() < acknowledged) {
                wrong.add("numbers went back");
            }
        }
        try (SpoolIndex index = SpoolIndex.read(home, new SpoolFolders(home).index())) {
            index.inTransaction(c -> RecordingRows.each(c, row -> {
                if (row.state() == RecordingRows.State.KEPT && stored.contains(row.id())) {
                    wrong.add("forgotten that the vault has " + row.id());
                }
            }));
        }
        return wrong;
    }

    /** Fails when anything is wrong; {@code when} is for the report. */
    void agreesWith(Path home, String when) {
        assertThat(contradictions(home)).as(when).isEmpty();
        assertThat(SpoolInspection.of(home, Depth.HASHES)).as(when).isEmpty();
    }
}
