package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up what lies {@link Inside} a grant: two counts of cameras by each kind of target, however many targets there are. */
final class FindInside {
    private static final String ALL = " Camera c where c.tenant = :viewerTenant and c.deletedAt is null";
    private static final String NAMED = " AccessGrant given, " + ALL.strip() + Reach.BY_THE_WHOLE_LINE;
    private static final String CAMERAS = "select c.id from" + NAMED;

    private final TenantWork work;

    FindInside(TenantWork work) {
        this.work = work;
    }

    Inside of(TenantId tenant, GrantId grant) {
        Set<CameraId> cameras = work.entities(tenant)
                .createQuery(CAMERAS, UUID.class)
                .setParameter("viewerTenant", tenant.value())
                .setParameter("grant", grant.value())
                .getResultStream()
                .map(CameraId::new)
                .collect(Collectors.toSet());
        Set<Selector> whole = new HashSet<>();
        whole.addAll(whole(tenant, grant, "c.site", "", "", id -> new Selector.WholeSite(new SiteId((UUID) id))));
        whole.addAll(whole(
                tenant,
                grant,
                "lies.above",
                " GroupReach lies,",
                " and lies.tenant = :viewerTenant and lies.group = c.group",
                id -> new Selector.WholeGroup(new GroupId((UUID) id))));
        whole.addAll(whole(
                tenant,
                grant,
                "has.tag",
                " CameraTag has,",
                " and has.tenant = :viewerTenant and has.camera = c.id",
                tag -> new Selector.Tagged(new Tag((String) tag))));
        whole.addAll(whole(tenant, grant, "c.tenant", "", "", any -> new Selector.EveryCamera()));
        return new Inside(cameras, whole);
    }

    private Set<Selector> whole(
            TenantId tenant,
            GrantId grant,
            String key,
            String beside,
            String where,
            Function<Object, Selector> selector) {
        String question = "select " + key + ", count(c.id) from" + beside + "%s" + where + " group by " + key;
        Map<Object, Long> all = counts(work.entities(tenant)
                .createQuery(question.formatted(ALL), Object[].class)
                .setParameter("viewerTenant", tenant.value()));
        Map<Object, Long> named = counts(work.entities(tenant)
                .createQuery(question.formatted(NAMED), Object[].class)
                .setParameter("viewerTenant", tenant.value())
                .setParameter("grant", grant.value()));
        return named.keySet().stream()
                .filter(one -> Objects.equals(named.get(one), all.get(one)))
                .map(selector)
                .collect(Collectors.toSet());
    }

    private static Map<Object, Long> counts(TypedQuery<Object[]> query) {
        Map<Object, Long> counts = new HashMap<>();
        query.getResultStream().forEach(row -> counts.put(row[0], (Long) row[1]));
        return counts;
    }
}
