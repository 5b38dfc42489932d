package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who has which role. */
@Singleton
public class Members {
    private final TenantWork work;
    private final Roles roles;
    private final Clock clock;

    @Inject
    public Members(TenantWork work, Roles roles, Clock clock) {
        this.work = work;
        this.roles = roles;
        this.clock = clock;
    }

    @Produces
    static Entities entities() {
        return Entities.of(
                Member.class, CustomRole.class, KeptOut.class, Invitation.class, Seat.class, SupportAccess.class);
    }

    /** As it is in the database now. A member of the organisation without a row of ours is a viewer without grants. */
    public Role role(TenantId tenant, Subject subject) {
        return work.entities(tenant)
                .createQuery(
                        "select m.role, m.customRole from Member m where m.tenant = :tenant and m.subject = :subject",
                        Object[].class)
                .setParameter("tenant", tenant.value())
                .setParameter("subject", subject.value())
                .getResultStream()
                .findFirst()
                .map(row -> row[1] instanceof UUID custom ? RoleKey.of(custom) : new RoleKey((String) row[0]))
                .flatMap(key -> roles.find(tenant, key))
                .orElse(Role.VIEWER);
    }

    Optional<Member> row(TenantId tenant, Subject subject) {
        return work.entities(tenant)
                .createQuery("select m from Member m where m.tenant = :tenant and m.subject = :subject", Member.class)
                .setParameter("tenant", tenant.value())
                .setParameter("subject", subject.value())
                .getResultStream()
                .findFirst();
    }

    /** Why the tenant keeps somebody out; empty for whoever may come in. */
    public Optional<KeptOut.Why> keptOut(TenantId tenant, Subject subject) {
        return keptOutRow(tenant, subject).map(KeptOut::why);
    }

    Optional<KeptOut> keptOutRow(TenantId tenant, Subject subject) {
        return work.entities(tenant)
                .createQuery("select k from KeptOut k where k.tenant = :tenant and k.subject = :subject", KeptOut.class)
                .setParameter("tenant", tenant.value())
                .setParameter("subject", subject.value())
                .getResultStream()
                .findFirst();
    }

    /** Whom a tenant keeps out. */
    public Map<Subject, KeptOut.Why> keptOut(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select k from KeptOut k where k.tenant = :tenant", KeptOut.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .collect(Collectors.toMap(KeptOut::subject, KeptOut::why));
    }

    /** The roles that were given in a tenant; whoever is not in here is a viewer. */
    public Map<Subject, Role> roles(TenantId tenant) {
        Map<RoleKey, Role> known = roles.all(tenant).stream().collect(Collectors.toMap(Role::key, role -> role));
        return work.entities(tenant)
                .createQuery("select m from Member m where m.tenant = :tenant", Member.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .collect(Collectors.toMap(
                        Member::subject,
                        member -> Optional.ofNullable(known.get(member.role())).orElse(Role.VIEWER)));
    }

    /** As they are at this moment: outside the hours of their role they may do nothing. */
    public Viewer viewer(TenantId tenant, Subject subject) {
        Role role = role(tenant, subject);
        return new Viewer(tenant, subject, role.open(clock.instant()) ? role : role.within(Set.of()));
    }

    /** The same viewer after a wait: what they have lost meanwhile is gone, and what they came without stays away. */
    Viewer again(Viewer viewer) {
        Viewer now = viewer(viewer.tenant(), viewer.subject());
        return new Viewer(
                now.tenant(), now.subject(), now.role().within(viewer.role().permissions()));
    }
}
