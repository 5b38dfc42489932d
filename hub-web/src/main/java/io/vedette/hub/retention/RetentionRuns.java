package io.vedette.hub.retention;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Departures;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The last runs of a tenant. Within a tenant's work. */
@Singleton
public class RetentionRuns {
    private static final int KEPT = 20;

    private final TenantWork work;
    private final Departures departures;
    private final Clock clock;

    @Inject
    public RetentionRuns(TenantWork work, Departures departures, Clock clock) {
        this.work = work;
        this.departures = departures;
        this.clock = clock;
    }

    /** The latest first. */
    public List<RetentionRun> all(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select r from RetentionRun r where r.tenant = :tenant order by r.begunAt desc, r.id desc",
                        RetentionRun.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    public Optional<RetentionRun> latest(TenantId tenant) {
        return all(tenant).stream().findFirst();
    }

    /** What an earlier one has left goes with this one. */
    void begin(TenantId tenant, RetentionRun.Cause cause) {
        List<RetentionRun> before = all(tenant);
        before.stream().filter(run -> run.endedAt().isEmpty()).forEach(run -> run.ends(clock.instant()));
        before.stream().skip(KEPT - 1).forEach(work.entities(tenant)::remove);
        var run = new RetentionRun(Uuids.fresh(), cause, clock.instant());
        Departures.Sum left = departures.sum(tenant);
        run.chose(left.recordings(), left.bytes());
        work.entities(tenant).persist(run);
    }

    /** Changes the latest one as it is now; nobody else does until the transaction ends. */
    void change(TenantId tenant, Consumer<RetentionRun> change) {
        latest(tenant).ifPresent(run -> {
            work.entities(tenant).refresh(run, LockModeType.PESSIMISTIC_WRITE);
            change.accept(run);
        });
    }
}
