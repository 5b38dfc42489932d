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
    private final Map<UUID, Age> ages = new HashMap<>();
    private final List<Cut> cuts = new ArrayList<>();
    private final Map<UUID, Long> bytes = new HashMap<>();
    private final Consumer<Going> goes;

    Chosen(Consumer<Going> goes) {
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

    /** The oldest of some cameras, up to one. */
    private record Cut(Set<CameraId> cameras, Behind last) {
        boolean has(Stored one) {
            return cameras.contains(new CameraId(one.camera())) && last.reaches(one);
        }
    }

    /** Everything of the camera that is over goes. */
    void all(CameraId camera, Age age) {
        ages.put(camera.value(), age);
    }

    /** The oldest of these go, up to this one. */
    void upTo(Set<CameraId> cameras, Stored last) {
        cuts.add(new Cut(cameras, Behind.of(last)));
    }

    boolean has(Stored one) {
        Age age = ages.get(one.camera());
        return (age != null && age.over(one)) || cuts.stream().anyMatch(cut -> cut.has(one));
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
