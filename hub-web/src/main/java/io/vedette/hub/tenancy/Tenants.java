package io.vedette.hub.tenancy;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
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

    /** The one that stands so in addresses. */
    public Optional<Tenant> named(String slug) {
        return work.as(
                NOBODY,
                () -> work.entities(NOBODY)
                        .createQuery("select t from Tenant t where t.slug = :slug", Tenant.class)
                        .setParameter("slug", slug)
                        .getResultStream()
                        .findFirst());
    }

    /** A page of them, by name: for whoever runs the hub. */
    public List<Tenant> page(PageAsk ask) {
        return work.as(
                NOBODY,
                () -> work.entities(NOBODY)
                        .createQuery("""
                                select t from Tenant t
                                where :first = true or t.name > :name or (t.name = :name and t.id > :id)
                                order by t.name, t.id
                                """, Tenant.class)
                        .setParameter("first", ask.after().isEmpty())
                        .setParameter("name", ask.after().map(Cursor::key).orElse(""))
                        .setParameter("id", ask.after().map(Cursor::id).orElse(new UUID(0, 0)))
                        .setMaxResults(ask.oneMore())
                        .getResultList());
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
