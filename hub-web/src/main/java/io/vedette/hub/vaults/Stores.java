package io.vedette.hub.vaults;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.outside.Reachable;
import io.vedette.hub.platform.seal.SealBroken;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.filesystem.FileSystemBlobStore;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The places where recordings are, ready to be used. A provider's client is kept as long as its row does not change; one that was replaced is closed
 * when it is replaced again, as somebody may be reading by it. One whose provider was taken away is closed when the next one is. Any thread.
 */
@Singleton
public class Stores {
    private static final Logger LOG = LoggerFactory.getLogger(Stores.class);

    private final TenantWork work;
    private final StorageProviders providers;
    private final BlobStore folder;
    private final Set<InetAddress> local;
    private final Clock clock;
    private final ConcurrentHashMap<StorageProviderId, Opened> opened = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<BlobStore>> leaving = new AtomicReference<>(Optional.empty());

    @Inject
    public Stores(TenantWork work, StorageProviders providers, HubSettings settings, Clock clock) {
        this(
                work,
                providers,
                FileSystemBlobStore.open(settings.vault().resolve("blobs"), clock),
                settings.stores().local(),
                clock);
    }

    /** @param local addresses that are not public and may be asked nevertheless */
    public Stores(TenantWork work, StorageProviders providers, BlobStore folder, Set<InetAddress> local, Clock clock) {
        this.work = work;
        this.providers = providers;
        this.folder = folder;
        this.local = Set.copyOf(local);
        this.clock = clock;
    }

    private record Opened(int version, BlobStore store, Optional<BlobStore> before) {
        void close() {
            before.ifPresent(BlobStore::close);
            store.close();
        }
    }

    /** The hub's own folder. Thumbnails are there, whose ever the recording's place is: they are shown by the hundred. */
    public BlobStore folder() {
        return folder;
    }

    /** Where what is stored from now on goes; empty: into the hub's own folder. */
    public Optional<StorageProviderId> main(TenantId tenant) {
        return work.as(tenant, () -> providers.main(tenant).map(StorageProvider::id));
    }

    /** @param provider empty: the hub's own folder */
    public BlobStore at(TenantId tenant, Optional<StorageProviderId> provider) {
        return provider.isEmpty() ? folder : brought(tenant, provider.get());
    }

    /** All places of the tenant, for whoever throws away. */
    public List<BlobStore> all(TenantId tenant) {
        return Stream.concat(Stream.of(folder), brought(tenant).stream().map(one -> brought(tenant, one)))
                .toList();
    }

    /** Clears away, in what owners brought, what broken-off puts have left that began before. One that does not answer is left for the next time. */
    public void sweep(TenantId tenant, Instant before) {
        for (StorageProviderId id : brought(tenant)) {
            try {
                brought(tenant, id).sweep(before);
            } catch (BlobStoreFault fault) {
                LOG.warn(
                        "storage provider {} of tenant {} could not be cleared up: {}", id, tenant, fault.getMessage());
            }
        }
    }

    /** As {@link StorageProviders#remove}; its client goes, too, once that is done. Within the tenant's work. */
    public void remove(Viewer viewer, StorageProviderId id) {
        providers.remove(viewer, id);
        work.afterCommit(() -> forget(id));
    }

    private void forget(StorageProviderId id) {
        Opened gone = opened.remove(id);
        if (gone != null) {
            gone.before().ifPresent(BlobStore::close);
            leaving.getAndSet(Optional.of(gone.store())).ifPresent(BlobStore::close);
        }
    }

    /** How many clients of providers are kept ready. */
    int ready() {
        return opened.size();
    }

    /** One that nobody keeps: to be closed. */
    BlobStore open(ProviderSettings settings) {
        return settings.open(allowed(settings), clock);
    }

    private List<StorageProviderId> brought(TenantId tenant) {
        return work.as(
                tenant,
                () -> providers.all(tenant).stream().map(StorageProvider::id).toList());
    }

    private BlobStore brought(TenantId tenant, StorageProviderId id) {
        return work.as(tenant, () -> {
            StorageProvider provider = providers
                    .find(tenant, id)
                    .orElseThrow(() -> new BlobStoreFault(
                            BlobStoreFault.Kind.ABSENT, "the storage provider " + id + " is gone", null));
            return opened.compute(
                            id,
                            (same, now) -> now != null && now.version() == provider.version()
                                    ? now
                                    : replaced(provider, Optional.ofNullable(now)))
                    .store();
        });
    }

    private Opened replaced(StorageProvider provider, Optional<Opened> now) {
        Opened fresh = new Opened(provider.version(), open(settings(provider)), now.map(Opened::store));
        now.flatMap(Opened::before).ifPresent(BlobStore::close);
        return fresh;
    }

    private ProviderSettings settings(StorageProvider provider) {
        try {
            return providers.settings(provider);
        } catch (SealBroken e) {
            throw new BlobStoreFault(
                    BlobStoreFault.Kind.REFUSED, "the keys of storage provider " + provider.id() + " do not open", e);
        }
    }

    /** Without TLS only to addresses that the operator has named. */
    private Predicate<InetAddress> allowed(ProviderSettings settings) {
        return settings.plain() ? local::contains : address -> Reachable.may(address, local);
    }

    @PreDestroy
    void close() {
        opened.values().forEach(Opened::close);
        leaving.getAndSet(Optional.empty()).ifPresent(BlobStore::close);
    }
}
