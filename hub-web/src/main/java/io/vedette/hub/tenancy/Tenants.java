package io.vedette.hub.tenancy;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tenants of this hub. */
@Singleton
public class Tenants {
    /** A tenant that does not exist: whoever only lists tenants works as nobody and sees nobody's data. */
    private static final TenantId NOBODY = new TenantId(new UUID(0, 0));

    private final TenantWork work;

    @Inject
    public Tenants(TenantWork work) {
        this.work = work;
    }

    @Produces
    static Entities entities() {
        return Entities.of(Tenant.class);
    }

    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(work.entities(id).find(Tenant.class, id.value()));
    }

    /** The same for several, while at work in one of them. */
    public List<Tenant> among(TenantId here, Collection<TenantId> wanted) {
        return work.entities(here)
                .createQuery("select t from Tenant t where t.id in :wanted", Tenant.class)
                .setParameter("wanted", wanted.stream().map(TenantId::value).toList())
                .getResultList();
    }

    /** For upkeep that concerns every tenant, one after the other. */
    public List<TenantId> all() {
        return work.as(
                NOBODY,
                () -> work.entities(NOBODY)
                        .createQuery("select t from Tenant t order by t.id", Tenant.class)
                        .getResultStream()
                        .map(Tenant::id)
                        .toList());
    }
}
