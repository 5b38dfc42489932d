package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up what goes with a site, a group, a camera or a tag. Whoever calls has asked whether the viewer may know it. */
@Singleton
public class FindAffected {
    private static final String CAMERAS =
            "select c.id from Camera c where c.tenant = :tenant and c.deletedAt is null and ";

    private final TenantWork work;

    @Inject
    public FindAffected(TenantWork work) {
        this.work = work;
    }

    /** All its groups, and all its cameras. */
    public Affected by(TenantId tenant, SiteId site) {
        return new Affected(
                Optional.of(site),
                ids(
                        tenant,
                        "select g.id from CameraGroup g where g.tenant = :tenant and g.site = :it",
                        site.value(),
                        GroupId::new),
                ids(tenant, CAMERAS + "c.site = :it", site.value(), CameraId::new),
                Set.of(),
                Optional.empty());
    }

    /** The group with all within it; the cameras stay at their site. */
    public Affected by(TenantId tenant, GroupId group) {
        String reach = "select r.group from GroupReach r where r.tenant = :tenant and r.above = :it";
        return new Affected(
                Optional.empty(),
                ids(tenant, reach, group.value(), GroupId::new),
                Set.of(),
                ids(tenant, CAMERAS + "c.group in (" + reach + ")", group.value(), CameraId::new),
                Optional.empty());
    }

    public Affected by(CameraId camera) {
        return new Affected(Optional.empty(), Set.of(), Set.of(camera), Set.of(), Optional.empty());
    }

    public Affected by(TenantId tenant, Tag tag) {
        return new Affected(
                Optional.empty(),
                Set.of(),
                Set.of(),
                ids(
                        tenant,
                        "select t.camera from CameraTag t where t.tenant = :tenant and t.tag = :it",
                        tag.value(),
                        CameraId::new),
                Optional.of(tag));
    }

    private <T> Set<T> ids(TenantId tenant, String question, Object it, Function<UUID, T> id) {
        return work.entities(tenant)
                .createQuery(question, UUID.class)
                .setParameter("tenant", tenant.value())
                .setParameter("it", it)
                .getResultStream()
                .map(id)
                .collect(Collectors.toSet());
    }
}
