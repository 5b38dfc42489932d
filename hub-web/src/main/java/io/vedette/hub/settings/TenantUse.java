package io.vedette.hub.settings;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Seats;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.livestream.LiveMinutes;
import io.vedette.hub.recordings.control.StoredBytes;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Quota;
import io.vedette.hub.tenancy.Quotas;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a tenant uses of everything that may have a quota: five statements, whatever it has. */
@Singleton
public class TenantUse {
    private final Quotas quotas;
    private final Cameras cameras;
    private final Seats seats;
    private final StoredBytes bytes;
    private final LiveMinutes minutes;

    @Inject
    public TenantUse(Quotas quotas, Cameras cameras, Seats seats, StoredBytes bytes, LiveMinutes minutes) {
        this.quotas = quotas;
        this.cameras = cameras;
        this.seats = seats;
        this.bytes = bytes;
        this.minutes = minutes;
    }

    /**
     * Of one thing.
     *
     * @param quota empty when there is no end
     */
    public record Use(Limit what, long used, Optional<Quota> quota) {}

    /** Of everything, in the order of the limits. */
    public List<Use> of(TenantId tenant) {
        Map<Limit, Quota> set = quotas.all(tenant);
        return Arrays.stream(Limit.values())
                .map(what -> new Use(what, used(tenant, what), Optional.ofNullable(set.get(what))))
                .toList();
    }

    /** Of what is used up. Counts only where a quota is set: in most tenants one statement. */
    public List<Use> full(TenantId tenant) {
        return quotas.all(tenant).values().stream()
                .map(quota -> new Use(quota.what(), used(tenant, quota.what()), Optional.of(quota)))
                .filter(use -> use.used() >= use.quota().orElseThrow().allowed())
                .sorted(Comparator.comparing(Use::what))
                .toList();
    }

    private long used(TenantId tenant, Limit what) {
        return switch (what) {
            case CAMERAS -> cameras.count(tenant);
            case ACCOUNTS -> seats.used(tenant);
            case STORED_BYTES -> bytes.used(tenant);
            case LIVE_MINUTES -> minutes.used(tenant);
        };
    }
}
