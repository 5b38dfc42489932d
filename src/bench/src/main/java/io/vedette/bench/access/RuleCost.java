package io.vedette.bench.access;

import io.vedette.bench.Figure;
import io.vedette.bench.Samples;
import io.vedette.contracts.Secret;
import io.vedette.hub.access.CustomRole;
import io.vedette.hub.access.Invitation;
import io.vedette.hub.access.KeptOut;
import io.vedette.hub.access.Member;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.CameraTag;
import io.vedette.hub.cameras.GroupReach;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.Team;
import io.vedette.hub.cameras.grants.TeamMember;
import io.vedette.hub.platform.config.HubSettings.DatabaseSettings;
import io.vedette.hub.platform.persistence.Database;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Tenant;
import io.vedette.stack.Stack;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The rule itself, as the hub asks it: the same question with it and without it, in turn, on the same connections. */
final class RuleCost {
    private static final double MOST = 2;
    private static final int WARM_UP = 50;
    private static final int TIMED = 200;
    private static final int PAGE = 100;
    private static final List<Class<?>> ENTITIES = List.of(
            Tenant.class,
            Member.class,
            CustomRole.class,
            KeptOut.class,
            Invitation.class,
            Site.class,
            CameraGroup.class,
            Camera.class,
            CameraTag.class,
            GroupReach.class,
            AccessGrant.class,
            Team.class,
            TeamMember.class);

    private final TenantWork work;
    private final VisibleCameras visible;
    private final Viewer guard;

    private RuleCost(TenantWork work, Viewer guard) {
        this.work = work;
        this.visible = new VisibleCameras(work, Clock.systemUTC());
        this.guard = guard;
    }

    static void measure(Stack stack, GrantedTenant tenant, Consumer<Figure> out) {
        var owner = stack.databaseOwner();
        var password = new Secret(owner.password().reveal());
        var database = new Database(
                new DatabaseSettings(owner.url(), owner.user(), password, owner.user(), password), ENTITIES);
        try {
            var cost = new RuleCost(
                    new TenantWork(database.sessions()),
                    new Viewer(tenant.tenant(), new Subject(tenant.guard()), Role.VIEWER));
            out.accept(cost.figure("A1.rule.count", cost::counted, cost::countedFreely));
            out.accept(cost.figure("A1.rule.ids", cost::listed, cost::listedFreely));
            out.accept(cost.figure("A1.rule.page", cost::paged, cost::pagedFreely));
        } finally {
            database.close();
        }
    }

    private long counted() {
        return visible.query(
                        guard,
                        Action.LIVE,
                        "select count(c.id) from Camera c where c.tenant = :viewerTenant and c.id in {visible}",
                        Long.class)
                .getSingleResult();
    }

    private long countedFreely() {
        return work.entities(guard.tenant())
                .createQuery(
                        "select count(c.id) from Camera c where c.tenant = :tenant and c.deletedAt is null", Long.class)
                .setParameter("tenant", guard.tenant().value())
                .getSingleResult();
    }

    private long listed() {
        return visible.query(
                        guard,
                        Action.LIVE,
                        "select c.id from Camera c where c.tenant = :viewerTenant and c.id in {visible}",
                        Object.class)
                .getResultList()
                .size();
    }

    private long listedFreely() {
        return work.entities(guard.tenant())
                .createQuery("select c.id from Camera c where c.tenant = :tenant and c.deletedAt is null", Object.class)
                .setParameter("tenant", guard.tenant().value())
                .getResultList()
                .size();
    }

    private long paged() {
        return visible.query(
                        guard,
                        Action.LIVE,
                        "select c from Camera c where c.tenant = :viewerTenant and c.id in {visible} order by c.name, c.id",
                        Camera.class)
                .setMaxResults(PAGE)
                .getResultList()
                .size();
    }

    private long pagedFreely() {
        return work.entities(guard.tenant())
                .createQuery(
                        "select c from Camera c where c.tenant = :tenant and c.deletedAt is null order by c.name, c.id",
                        Camera.class)
                .setParameter("tenant", guard.tenant().value())
                .setMaxResults(PAGE)
                .getResultList()
                .size();
    }

    private Figure figure(String name, Supplier<Long> ruled, Supplier<Long> free) {
        for (int i = 0; i < WARM_UP; i++) {
            ask(ruled);
            ask(free);
        }
        Samples with = new Samples(System::nanoTime);
        Samples without = new Samples(System::nanoTime);
        for (int i = 0; i < TIMED; i++) {
            with.time(() -> ask(ruled));
            without.time(() -> ask(free));
        }
        double rule = with.percentileMillis(0.5);
        double plain = without.percentileMillis(0.5);
        String words = String.format(
                Locale.ROOT,
                "median %.2f ms for %,d cameras, without the rule %.2f ms for %,d; p95 %.2f and %.2f ms",
                rule,
                ask(ruled),
                plain,
                ask(free),
                with.percentileMillis(0.95),
                without.percentileMillis(0.95));
        return new Figure(name, rule / plain, MOST, words);
    }

    private long ask(Supplier<Long> question) {
        return work.as(guard.tenant(), question);
    }
}
