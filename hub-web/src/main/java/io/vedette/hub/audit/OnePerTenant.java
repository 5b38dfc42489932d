package io.vedette.hub.audit;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Long work that a tenant may have done once at a time: whoever comes meanwhile is told to come later. */
final class OnePerTenant {
    private final Set<TenantId> busy = ConcurrentHashMap.newKeySet();

    <T> T run(TenantId tenant, Supplier<T> work) {
        if (!busy.add(tenant)) {
            throw new Refusal(Problem.TOO_MANY);
        }
        try {
            return work.get();
        } finally {
            busy.remove(tenant);
        }
    }
}
