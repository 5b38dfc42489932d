package io.vedette.hub.cameras;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.RoleNews;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Tells whoever holds something open that somebody in a tenant may now do less, so that it asks again. After the commit. */
@Singleton
public class AccessNews {
    private final List<Consumer<TenantId>> listeners = new CopyOnWriteArrayList<>();

    public AccessNews() {}

    @Inject
    AccessNews(RoleNews roles) {
        roles.onChanged(this::less); // another role may see fewer cameras
    }

    public void onLess(Consumer<TenantId> listener) {
        listeners.add(listener);
    }

    public void less(TenantId tenant) {
        listeners.forEach(listener -> listener.accept(tenant));
    }
}
