package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The leave that owners give to operators. Any operator may use it: who runs the hub is not for a tenant to know by name before,
 * and each visit is noted with the name. One is open at a time.
 */
@Singleton
public class Support {
    public static final int MOST_DAYS = 7;
    private static final int LONGEST_REASON = 200;

    /** A visit that goes on is noted again after so long. */
    private static final Duration VISIT = Duration.ofMinutes(15);

    private final TenantWork work;
    private final RoleNews news;
    private final Clock clock;

    @Inject
    public Support(TenantWork work, RoleNews news, Clock clock) {
        this.work = work;
        this.news = news;
        this.clock = clock;
    }

    /** The one that counts at this moment. */
    public Optional<SupportAccess> open(TenantId tenant) {
        return row(tenant).filter(access -> !access.over(clock.instant()));
    }

    /** Takes the place of one that is open. */
    public SupportAccess give(Viewer viewer, SupportLevel level, int days, String reason) {
        viewer.must(Permission.OWN);
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("support access is open for 1 to 7 days");
        }
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new IllegalArgumentException("support access has a reason of 1 to 200 characters");
        }
        row(viewer.tenant()).ifPresent(before -> end(viewer.tenant(), before));
        var access = new SupportAccess(
                Uuids.fresh(), level, reason.strip(), viewer.subject(), clock.instant(), Duration.ofDays(days));
        work.entities(viewer.tenant()).persist(access);
        work.entities(viewer.tenant()).flush();
        work.note(deed(DeedKind.SUPPORT_GIVEN, access)
                .with("level", level)
                .with("until", access.until())
                .with("reason", access.reason()));
        return access;
    }

    /** At once, also for what they have open. */
    public void takeBack(Viewer viewer) {
        viewer.must(Permission.OWN);
        row(viewer.tenant()).ifPresent(access -> end(viewer.tenant(), access));
    }

    /** Notes the end of one whose time is over. Called every minute or so. */
    public void endOver(TenantId tenant) {
        row(tenant).filter(access -> access.over(clock.instant())).ifPresent(access -> end(tenant, access));
    }

    private void end(TenantId tenant, SupportAccess access) {
        int ended = work.entities(tenant)
                .createQuery("update SupportAccess s set s.endedAt = :now"
                        + " where s.tenant = :tenant and s.id = :id and s.endedAt is null")
                .setParameter("now", clock.instant())
                .setParameter("tenant", tenant.value())
                .setParameter("id", access.id())
                .executeUpdate();
        if (ended == 0) {
            return; // somebody was faster
        }
        work.note(deed(access.over(clock.instant()) ? DeedKind.SUPPORT_ENDED : DeedKind.SUPPORT_TAKEN_BACK, access));
        work.afterCommit(() -> news.changed(tenant));
    }

    /** An operator who comes now, if they may; the visit is noted. */
    Optional<Viewer> visitor(TenantId tenant, Subject operator) {
        return open(tenant).map(access -> {
            noteVisit(tenant, operator, access);
            return new Viewer(tenant, operator, access.level().role());
        });
    }

    private void noteVisit(TenantId tenant, Subject operator, SupportAccess access) {
        int fresh = work.entities(tenant)
                .createQuery("update SupportAccess s set s.usedBy = :operator, s.usedAt = :now"
                        + " where s.tenant = :tenant and s.id = :id and s.endedAt is null"
                        + " and (s.usedBy is null or s.usedBy <> :operator or s.usedAt <= :goesOn)")
                .setParameter("operator", operator.value())
                .setParameter("now", clock.instant())
                .setParameter("goesOn", clock.instant().minus(VISIT))
                .setParameter("tenant", tenant.value())
                .setParameter("id", access.id())
                .executeUpdate();
        if (fresh > 0) {
            work.note(deed(DeedKind.SUPPORT_VISITED, access));
        }
    }

    private Optional<SupportAccess> row(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select s from SupportAccess s where s.tenant = :tenant and s.endedAt is null",
                        SupportAccess.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .findFirst();
    }

    private static Deed deed(DeedKind kind, SupportAccess access) {
        return Deed.of(kind, "support", access.id(), "");
    }
}
