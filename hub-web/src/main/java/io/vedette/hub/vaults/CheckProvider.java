package io.vedette.hub.vaults;

import io.vedette.hub.platform.config.HubSettings;
import io.vedette.hub.platform.outside.GuardedCall;
import io.vedette.hub.platform.seal.SealBroken;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault.Kind;
import io.vedette.vault.check.CheckStore;
import io.vedette.vault.check.CheckStore.Failure;
import io.vedette.vault.check.CheckStore.Step;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Tries a place out with what its row says now. May take minutes: outside any tenant's work. */
@Singleton
public class CheckProvider {
    private static final int AT_ONCE = 4;

    private final Stores stores;
    private final GuardedCall outside;
    private final Semaphore free = new Semaphore(AT_ONCE);

    @Inject
    public CheckProvider(Stores stores, HubSettings settings) {
        this(stores, settings.stores().local());
    }

    public CheckProvider(Stores stores, Set<InetAddress> local) {
        this.stores = stores;
        this.outside = new GuardedCall(local);
    }

    /**
     * {@link Problem#TOO_MANY} while as many as are allowed are being tried.
     *
     * @param ask opens the row; within a tenant's work of its own
     */
    public CheckStore.Report run(Supplier<ProviderSettings> ask) {
        ProviderSettings settings;
        try {
            settings = ask.get();
        } catch (SealBroken e) {
            return new CheckStore.Report(
                    List.of(), Optional.of(new Failure(Step.WRITE, Kind.REFUSED, String.valueOf(e.getMessage()))));
        }
        if (!free.tryAcquire()) {
            throw new Refusal(Problem.TOO_MANY);
        }
        try (BlobStore store = stores.open(settings)) {
            return new CheckStore(store, address -> outside.get(address.uri(), address.headers())).run();
        } finally {
            free.release();
        }
    }
}
