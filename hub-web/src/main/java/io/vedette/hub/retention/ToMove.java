package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.retention.Stock.Behind;
import io.vedette.hub.retention.Stock.Stored;
import io.vedette.hub.vaults.StorageProvider;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.StorageProviders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a tenant has in the vault and elsewhere than its rules want it. Within a tenant's work. */
@Singleton
public class ToMove {
    private final TenantWork work;
    private final StorageProviders providers;

    @Inject
    public ToMove(TenantWork work, StorageProviders providers) {
        this.work = work;
        this.providers = providers;
    }

    /**
     * Recordings that are to move, also those on hold, the oldest first; those that move already are not among them.
     *
     * @param resting places from which nothing can be had now; empty: the hub's own folder
     */
    List<Stored> oldest(
            TenantId tenant,
            Collection<CameraId> cameras,
            StorageProviderId target,
            Set<Optional<StorageProviderId>> resting,
            Instant before,
            Behind behind,
            int most) {
        From from = From.of(elsewhere(tenant, target).filter(place -> !resting.contains(place)));
        if (from.nowhere()) {
            return List.of();
        }
        return query(
                        tenant,
                        "select new io.vedette.hub.retention.Stock$Stored(r.id, r.camera, r.startedAt, r.durationMs, r.bytes, r.receivedAt)",
                        from,
                        """
                         and r.startedAt >= :at and (r.startedAt > :at or r.id > :id)
                         and not exists (select 1 from RecordingMove m where m.tenant = :tenant and m.recording = r.id)
                         order by r.startedAt, r.id
                        """,
                        Stored.class,
                        cameras,
                        before)
                .setParameter("at", behind.at())
                .setParameter("id", behind.id())
                .setMaxResults(most)
                .getResultList();
    }

    /** What is still to move, with what moves already; what ended a little too late for that is in it as well. */
    Plan.Share waiting(TenantId tenant, Collection<CameraId> cameras, StorageProviderId target, Chosen.Age age) {
        Object[] sums = query(
                        tenant,
                        "select count(*), coalesce(sum(r.bytes), 0L)",
                        From.of(elsewhere(tenant, target)),
                        " and r.receivedAt <= :here",
                        Object[].class,
                        cameras,
                        age.before())
                .setParameter("here", age.here())
                .getSingleResult();
        return new Plan.Share((long) sums[0], (long) sums[1]);
    }

    /**
     * Some places, by name: what is said by "all but one" has to read the millions that are there already.
     *
     * @param folder whether the hub's own folder is among them
     */
    private record From(boolean folder, List<UUID> places) {
        static From of(Stream<Optional<StorageProviderId>> some) {
            Set<Optional<StorageProviderId>> all = some.collect(Collectors.toSet());
            return new From(
                    all.contains(Optional.<StorageProviderId>empty()),
                    all.stream()
                            .flatMap(Optional::stream)
                            .map(StorageProviderId::value)
                            .toList());
        }

        boolean nowhere() {
            return !folder && places.isEmpty();
        }

        /** On a recording {@code r} that is at one of these, of which there is at least one. */
        String condition() {
            if (places.isEmpty()) {
                return "r.provider is null";
            }
            return folder ? "(r.provider is null or r.provider in :others)" : "r.provider in :others";
        }

        void set(TypedQuery<?> query) {
            if (!places.isEmpty()) {
                var unused = query.setParameter("others", places);
            }
        }
    }

    /** Among them, as empty, the hub's own folder. */
    private Stream<Optional<StorageProviderId>> elsewhere(TenantId tenant, StorageProviderId target) {
        return Stream.concat(
                Stream.of(Optional.<StorageProviderId>empty()),
                providers.all(tenant).stream()
                        .map(StorageProvider::id)
                        .filter(id -> !id.equals(target))
                        .map(Optional::of));
    }

    /** The place as a literal: the index knows those in the vault alone. */
    private <T> TypedQuery<T> query(
            TenantId tenant,
            String what,
            From from,
            String further,
            Class<T> type,
            Collection<CameraId> cameras,
            Instant before) {
        TypedQuery<T> query = work.entities(tenant)
                .createQuery(
                        what
                                + " from Recording r where r.tenant = :tenant and r.camera in :cameras and r.place = io.vedette.hub.recordings.entity.Place.VAULT"
                                + " and r.startedAt < :before and " + from.condition() + further,
                        type)
                .setParameter("tenant", tenant.value())
                .setParameter("cameras", cameras.stream().map(CameraId::value).toList())
                .setParameter("before", before);
        from.set(query);
        return query;
    }
}
