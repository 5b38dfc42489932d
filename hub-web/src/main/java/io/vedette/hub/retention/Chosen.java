package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.retention.Plan.Going;
import io.vedette.hub.retention.Stock.Behind;
import io.vedette.hub.retention.Stock.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What was chosen so far: by the rule that chose it and not one by one, as it may be millions. */
final class Chosen {
    private final Policy policy;
    private final Instant now;
    private final Map<UUID, Keeping> keepings = new HashMap<>();
    private final List<Cut> cuts = new ArrayList<>();
    private final Map<UUID, Long> bytes = new HashMap<>();
    private final Consumer<Going> goes;

    Chosen(Policy policy, Instant now, Consumer<Going> goes) {
        this.policy = policy;
        this.now = now;
        this.goes = goes;
    }

    /**
     * What is too old. When something was recorded is told by the edge, whose clock may be wrong; so what has come late stays for a while after it came, by the
     * hub's clock, whatever it says of itself.
     *
     * @param before what ended until then was kept for long enough
     * @param here what came until then was here for long enough
     */
    record Age(Instant before, Instant here) {
        /** At least for so long, or as long as the rule says if that is less. */
        private static final Duration NOTICED = Duration.ofDays(7);

        static Age of(Instant now, Duration kept) {
            return new Age(now.minus(kept), now.minus(kept.compareTo(NOTICED) < 0 ? kept : NOTICED));
        }

        /** Counted from its end: no second of it is kept for less than it should be. */
        boolean over(Stored one) {
            return !one.endedAt().isAfter(before) && !one.receivedAt().isAfter(here);
        }
    }

    /**
     * The oldest of some cameras, up to one.
     *
     * @param favoured of what a label keeps, or of what none does
     */
    private record Cut(Set<CameraId> cameras, boolean favoured, Behind last) {
        boolean has(Stored one, Keeping keeping) {
            return cameras.contains(new CameraId(one.camera()))
                    && keeping.favours(one.seen()) == favoured
                    && last.reaches(one);
        }
    }

    /** The oldest of these go, up to this one. */
    void upTo(Set<CameraId> cameras, boolean favoured, Stored last) {
        cuts.add(new Cut(cameras, favoured, Behind.of(last)));
    }

    /** By its age, or to make room. It matters what was seen in it. */
    boolean has(Stored one) {
        Keeping keeping = keepings.computeIfAbsent(one.camera(), camera -> policy.keeping(new CameraId(camera)));
        return keeping.of(one.seen())
                        .filter(days -> Age.of(now, Duration.ofDays(days)).over(one))
                        .isPresent()
                || cuts.stream().anyMatch(cut -> cut.has(one, keeping));
    }

    void goes(Stored one, LeavingWhy why) {
        bytes.merge(one.camera(), one.bytes(), Long::sum);
        goes.accept(new Going(one, why));
    }

    long bytes(Collection<CameraId> cameras) {
        return cameras.stream()
                .mapToLong(camera -> bytes.getOrDefault(camera.value(), 0L))
                .sum();
    }
}
