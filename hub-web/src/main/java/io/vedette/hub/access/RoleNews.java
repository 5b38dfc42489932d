package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells whoever holds something open in somebody's name that roles in a tenant changed. After the commit. */
@Singleton
public class RoleNews {
    private final List<Consumer<TenantId>> listeners = new CopyOnWriteArrayList<>();

    public void onChanged(Consumer<TenantId> listener) {
        listeners.add(listener);
    }

    public void changed(TenantId tenant) {
        listeners.forEach(listener -> listener.accept(tenant));
    }
}
