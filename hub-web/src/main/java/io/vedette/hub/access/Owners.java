package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.persistence.LockModeType;

/** A tenant always keeps an owner who can come in. Whoever may take one away locks first and asks then. */
final class Owners {
    private final TenantWork work;

    Owners(TenantWork work) {
        this.work = work;
    }

    /** One after the other from here on: of two owners who go at once, the second finds the first one gone. */
    void lock(TenantId tenant) {
        work.entities(tenant)
                .createQuery(
                        "select m from Member m where m.tenant = :tenant and m.role = :owner order by m.subject",
                        Member.class)
                .setParameter("tenant", tenant.value())
                .setParameter("owner", Role.OWNER.key().value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Whether somebody else is an owner and not kept out. A statement of its own: it sees what the lock waited for. */
    boolean anyBeside(TenantId tenant, Subject subject) {
        return work.entities(tenant)
                        .createQuery("""
                                select count(m) from Member m
                                where m.tenant = :tenant and m.role = :owner and m.subject <> :subject
                                  and m.subject not in (select k.subject from KeptOut k where k.tenant = :tenant)
                                """, Long.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("owner", Role.OWNER.key().value())
                        .setParameter("subject", subject.value())
                        .getSingleResult()
                > 0;
    }
}
