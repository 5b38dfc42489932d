package io.vedette.hub.kerberos;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Which agents of another make are there. They beat every ten seconds, which is kept in memory alone: after a start of the hub it is
 * known again with the next beat. A row is written when something changed. Any thread.
 */
@Singleton
public class KerberosPresence {
    /** As long as their own hub waits. */
    static final Duration AWAY = Duration.ofMinutes(3);

    private final KerberosBook book;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Map<AgentId, Long> beats = new ConcurrentHashMap<>();

    @Inject
    public KerberosPresence(KerberosBook book, Clock clock) {
        this(book, clock, System::nanoTime);
    }

    KerberosPresence(KerberosBook book, Clock clock, LongSupplier nanos) {
        this.book = book;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * How one stands in front of its camera.
     *
     * @param connected whether it says that the camera gives pictures
     */
    public record Stand(boolean here, boolean connected, Instant heardAt) {}

    /** Within the work of its tenant. */
    void heard(KerberosDevice device, Beat beat) {
        boolean back = !here(device.id());
        beats.put(device.id(), nanos.getAsLong());
        if (back || device.differs(beat.connected(), beat.version())) {
            device.says(beat.connected(), beat.version(), clock.instant());
        }
    }

    private boolean here(AgentId device) {
        Long last = beats.get(device);
        return last != null && nanos.getAsLong() - last < TimeUnit.SECONDS.toNanos(AWAY.toSeconds());
    }

    /** In front of these cameras. Within the work of the tenant; whoever asks has asked whether the viewer sees them. */
    public Map<CameraId, Stand> of(TenantId tenant, Collection<CameraId> cameras) {
        return stands(book.of(tenant, cameras));
    }

    /** In front of any camera of the tenant. */
    public Map<CameraId, Stand> all(TenantId tenant) {
        return stands(book.all(tenant));
    }

    private Map<CameraId, Stand> stands(List<KerberosDevice> devices) {
        Map<CameraId, Stand> stands = new HashMap<>();
        for (KerberosDevice device : devices) {
            var stand = new Stand(here(device.id()), device.cameraConnected(), device.heardAt());
            stands.merge(device.camera(), stand, (one, other) -> one.here() ? one : other);
        }
        return stands;
    }
}
