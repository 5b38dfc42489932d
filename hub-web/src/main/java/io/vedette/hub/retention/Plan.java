package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.retention.Stock.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** What has to go now. Says nothing of what is on hold, which is not among it. */
public final class Plan {
    private final List<Going> going = new ArrayList<>();
    private final Set<UUID> ids = new HashSet<>();
    private final Map<UUID, Share> byCamera = new TreeMap<>();

    /** A recording and why it goes. */
    public record Going(Stored recording, LeavingWhy why) {}

    /** What goes of one camera. */
    public record Share(long recordings, long bytes) {
        Share and(Share other) {
            return new Share(recordings + other.recordings, bytes + other.bytes);
        }
    }

    boolean has(Stored one) {
        return ids.contains(one.id());
    }

    void add(Stored one, LeavingWhy why) {
        if (ids.add(one.id())) {
            going.add(new Going(one, why));
            byCamera.merge(one.camera(), new Share(1, one.bytes()), Share::and);
        }
    }

    public List<Going> going() {
        return List.copyOf(going);
    }

    public Map<UUID, Share> byCamera() {
        return Map.copyOf(byCamera);
    }

    /** Of all cameras together. */
    public Share sum() {
        return byCamera.values().stream().reduce(new Share(0, 0), Share::and);
    }

    long bytes(Collection<CameraId> cameras) {
        return cameras.stream()
                .map(camera -> byCamera.get(camera.value()))
                .filter(share -> share != null)
                .mapToLong(Share::bytes)
                .sum();
    }

    /** When the oldest of them began. */
    public Optional<Instant> oldest() {
        return going.stream().map(one -> one.recording().startedAt()).min(Comparator.naturalOrder());
    }

    /** When the newest of them began. */
    public Optional<Instant> newest() {
        return going.stream().map(one -> one.recording().startedAt()).max(Comparator.naturalOrder());
    }
}
