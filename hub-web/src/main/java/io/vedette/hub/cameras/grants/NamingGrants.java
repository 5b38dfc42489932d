package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.cameras.Affected;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The grants that speak of what is taken away, with what was passed on from them: they go with it. */
@Singleton
public class NamingGrants {
    private static final UUID NONE = new UUID(0, 0);
    private static final String NAMES = """
            select g.id from AccessGrant g where g.tenant = :tenant
              and (g.camera in :cameras or g.group in :groups or g.site = :site or g.tag = :tag)
            """;
    private static final String WITH_PARTS = """
            select one from AccessGrant one where one.tenant = :tenant
              and (one.id in (%1$s) or exists (%1$s and is_among(g.id, one.line) = true))
            """.formatted(NAMES);

    private final TenantWork work;

    @Inject
    public NamingGrants(TenantWork work) {
        this.work = work;
    }

    public List<AccessGrant> of(TenantId tenant, Affected what) {
        return work.entities(tenant)
                .createQuery(WITH_PARTS, AccessGrant.class)
                .setParameter("tenant", tenant.value())
                .setParameter("cameras", some(what.gone().stream().map(CameraId::value)))
                .setParameter("groups", some(what.groups().stream().map(GroupId::value)))
                .setParameter("site", what.site().map(SiteId::value).orElse(NONE))
                .setParameter("tag", what.tag().map(Tag::value).orElse(""))
                .getResultList();
    }

    /** A list that is never empty: nothing has this id. */
    private static List<UUID> some(Stream<UUID> ids) {
        return Stream.concat(Stream.of(NONE), ids).toList();
    }

    /** Takes them all back; each is kept in the audit log by itself, as whoever held it may ask. */
    public void takeBack(TenantId tenant, Collection<AccessGrant> grants) {
        grants.forEach(grant -> work.note(GrantDeeds.of(DeedKind.GRANT_TAKEN_BACK, grant)));
        if (!grants.isEmpty()) {
            int unused = work.entities(tenant)
                    .createQuery("delete from AccessGrant g where g.tenant = :tenant and g.id in :ids")
                    .setParameter("tenant", tenant.value())
                    .setParameter(
                            "ids", grants.stream().map(one -> one.id().value()).toList())
                    .executeUpdate();
        }
    }
}
