package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.retention.Stock.Lately;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bytes that come into the vault in a day, by camera, after the last week. */
record Rate(Map<CameraId, Long> perDay) {
    static final Duration LOOK_BACK = Duration.ofDays(7);
    private static final Duration A_DAY = Duration.ofDays(1);

    Rate {
        perDay = Map.copyOf(perDay);
    }

    /** Of a camera of which there is less than a week, after as much as there is: it is new, or no more is kept of it. */
    static Rate of(List<Lately> lately, Instant now) {
        Map<CameraId, Long> perDay = new HashMap<>();
        for (Lately one : lately) {
            Duration since = Duration.between(one.first(), now);
            long seconds = Math.max(A_DAY.toSeconds(), since.toSeconds());
            perDay.put(new CameraId(one.camera()), Math.round((double) one.bytes() * A_DAY.toSeconds() / seconds));
        }
        return new Rate(perDay);
    }

    long of(CameraId camera) {
        return perDay.getOrDefault(camera, 0L);
    }

    long of(Collection<CameraId> cameras) {
        return Policy.sum(perDay, cameras);
    }
}
