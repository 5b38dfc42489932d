package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.cameras.GrantRule;
import io.vedette.hub.platform.tenant.TenantWork;

/** Which cameras a grant names, whoever holds it and whenever it counts. */
final class Reach {
    private final TenantWork work;

    Reach(TenantWork work) {
        this.work = work;
    }

    private static final String CAMERAS = "select count(c.id) from AccessGrant given, Camera c"
            + " where c.tenant = :viewerTenant and c.deletedAt is null";

    private static final String NAMED = """
               and given.tenant = :viewerTenant and given.id = :grant and %s
            """.formatted(GrantRule.names("given", "c"));

    /** Of cameras {@code c} those that the grant {@code given} and each above it name. */
    static final String BY_THE_WHOLE_LINE = NAMED + """
               and (select count(above.id) from AccessGrant above
                     where above.tenant = :viewerTenant and is_among(above.id, given.line) = true and %s)
                   = array_length(given.line)
            """.formatted(GrantRule.names("above", "c"));

    /** Whether each camera that the grant names is named by every grant above it, and there is one at all. */
    boolean staysWithinItsLine(TenantId tenant, GrantId grant) {
        long named = count(tenant, grant, CAMERAS + NAMED);
        return named > 0 && named == count(tenant, grant, CAMERAS + BY_THE_WHOLE_LINE);
    }

    private long count(TenantId tenant, GrantId grant, String query) {
        return work.entities(tenant)
                .createQuery(query, Long.class)
                .setParameter("viewerTenant", tenant.value())
                .setParameter("grant", grant.value())
                .getSingleResult();
    }
}
