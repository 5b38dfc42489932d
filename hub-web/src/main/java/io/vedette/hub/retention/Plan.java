package io.vedette.hub.retention;

import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.retention.Stock.Stored;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What it comes to that has to go now, in sums. Says nothing of what is on hold, which is not among it. */
public final class Plan {
    private final Map<UUID, Share> byCamera = new TreeMap<>();
    private @Nullable Instant oldest;
    private @Nullable Instant newest;

    /** A recording and why it goes. */
    public record Going(Stored recording, LeavingWhy why) {}

    /** What goes of one camera. */
    public record Share(long recordings, long bytes) {
        Share and(Share other) {
            return new Share(recordings + other.recordings, bytes + other.bytes);
        }
    }

    void add(Going one) {
        byCamera.merge(one.recording().camera(), new Share(1, one.recording().bytes()), Share::and);
        Instant at = one.recording().startedAt();
        oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
        newest = newest == null || at.isAfter(newest) ? at : newest;
    }

    public Map<UUID, Share> byCamera() {
        return Map.copyOf(byCamera);
    }

    /** Of all cameras together. */
    public Share sum() {
        return byCamera.values().stream().reduce(new Share(0, 0), Share::and);
    }

    /** When the oldest of them began. */
    public Optional<Instant> oldest() {
        return Optional.ofNullable(oldest);
    }

    /** When the newest of them began. */
    public Optional<Instant> newest() {
        return Optional.ofNullable(newest);
    }
}
