package io.vedette.hub.audit;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.audit.AuditHead.Link;
import io.vedette.hub.audit.Verdict.Broken;
import io.vedette.hub.audit.Verdict.Damage;
import io.vedette.hub.audit.Verdict.Whole;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Goes through a tenant's log from its first row and computes every hash again, independently of the database. Reads in steps of a
 * transaction each: a log of years is neither held in memory nor in one transaction.
 */
@Singleton
public class VerifyChain {
    private static final int STEP = 1000;

    private final TenantWork work;
    private final AuditLog log;

    @Inject
    public VerifyChain(TenantWork work, AuditLog log) {
        this.work = work;
        this.log = log;
    }

    /** @param published heads that were seen outside: what the database says about itself is measured by them */
    public Verdict verify(TenantId tenant, List<Link> published) {
        AuditLog.Ends ends = work.as(tenant, () -> log.ends(tenant));
        Walk walk = new Walk(published);
        Optional<Broken> broken = Optional.empty();
        while (broken.isEmpty() && walk.at.seq() < ends.head().seq()) {
            long after = walk.at.seq();
            List<AuditEntry> step = work.as(
                    tenant, () -> log.following(tenant, after, ends.head().seq(), STEP));
            if (step.isEmpty()) {
                return new Broken(after + 1, Damage.CUT);
            }
            broken = walk.through(step);
        }
        return broken.<Verdict>map(found -> found).orElseGet(() -> end(walk, ends));
    }

    private static Verdict end(Walk walk, AuditLog.Ends ends) {
        Link head = ends.head();
        if (ends.last() > head.seq()) {
            return new Broken(head.seq() + 1, Damage.ADDED);
        }
        if (head.seq() > 0 && !walk.at.equals(head)) {
            return new Broken(head.seq(), Damage.UNLINKED);
        }
        return walk.published.keySet().stream()
                .filter(seq -> seq > head.seq())
                .findFirst()
                .<Verdict>map(seq -> new Broken(head.seq() + 1, Damage.NOT_AS_PUBLISHED))
                .orElseGet(() -> new Whole(head));
    }

    /** How far one verification is. */
    private static final class Walk {
        private final Map<Long, Digest> published = new TreeMap<>();
        private Link at = Link.BEGIN;

        Walk(List<Link> published) {
            published.forEach(one -> this.published.put(one.seq(), one.hash()));
        }

        Optional<Broken> through(List<AuditEntry> step) {
            for (AuditEntry row : step) {
                Optional<Broken> broken = next(row);
                if (broken.isPresent()) {
                    return broken;
                }
                at = new Link(row.seq(), row.hash());
            }
            return Optional.empty();
        }

        private Optional<Broken> next(AuditEntry row) {
            long due = at.seq() + 1;
            if (row.seq() != due) {
                return Optional.of(new Broken(due, Damage.MISSING));
            }
            if (!row.prevHash().equals(at.hash())) {
                return Optional.of(new Broken(due, Damage.UNLINKED));
            }
            if (!row.hash().equals(AuditHash.of(row))) {
                return Optional.of(new Broken(due, Damage.CHANGED));
            }
            return Optional.ofNullable(published.get(due))
                    .filter(then -> !then.equals(row.hash()))
                    .map(other -> new Broken(due, Damage.NOT_AS_PUBLISHED));
        }
    }
}
