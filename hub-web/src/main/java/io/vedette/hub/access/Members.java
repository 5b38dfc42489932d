package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who has which role. */
@Singleton
public class Members {
    private final TenantWork work;

    @Inject
    public Members(TenantWork work) {
        this.work = work;
    }

    @Produces
    static Entities entities() {
        return Entities.of(Member.class, KeptOut.class, Invitation.class);
    }

    /** As it is in the database now. A member of the organisation without a row of ours is a viewer without grants. */
    public Role role(TenantId tenant, Subject subject) {
        return work.entities(tenant)
                .createQuery(
                        "select m.role from Member m where m.tenant = :tenant and m.subject = :subject", Role.class)
                .setParameter("tenant", tenant.value())
                .setParameter("subject", subject.value())
                .getResultStream()
                .findFirst()
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
        return work.entities(tenant)
                .createQuery("select m from Member m where m.tenant = :tenant", Member.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .collect(Collectors.toMap(Member::subject, Member::role));
    }

    public Viewer viewer(TenantId tenant, Subject subject) {
        return new Viewer(tenant, subject, role(tenant, subject));
    }
}
