package io.vedette.hub.retention;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.ClearLeaving;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.retention.Plan.Going;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks what has to go and throws it away. May die anywhere: what is marked is found again, what is not is chosen again. Outside any transaction. */
@Singleton
public class RunRetention {
    private static final Logger LOG = LoggerFactory.getLogger(RunRetention.class);
    private static final int AT_ONCE = 100;
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final TenantWork work;
    private final RetentionRules rules;
    private final PlanRetention planning;
    private final RetentionRuns runs;
    private final Departures departures;
    private final ClearLeaving clearing;
    private final Clock clock;

    @Inject
    public RunRetention(
            TenantWork work,
            RetentionRules rules,
            PlanRetention planning,
            RetentionRuns runs,
            Departures departures,
            ClearLeaving clearing,
            Clock clock) {
        this.work = work;
        this.rules = rules;
        this.planning = planning;
        this.runs = runs;
        this.departures = departures;
        this.clearing = clearing;
        this.clock = clock;
    }

    /** Every night. Without a rule it only goes on with what is leaving. */
    public void night(TenantId tenant) {
        List<RetentionRule> set = work.as(tenant, () -> rules.all(tenant));
        if (!set.isEmpty()) {
            begin(tenant, RetentionRun.Cause.NIGHT);
            List<Going> some = new ArrayList<>(AT_ONCE);
            planning.walk(tenant, set, one -> {
                some.add(one);
                if (some.size() == AT_ONCE) {
                    mark(tenant, some);
                    some.clear();
                }
            });
            mark(tenant, some);
        }
        work.run(tenant, () -> departures.forget(tenant, clock.instant().minus(REMEMBERED)));
        goOn(tenant);
    }

    void begin(TenantId tenant, RetentionRun.Cause cause) {
        work.run(tenant, () -> runs.begin(tenant, cause));
    }

    /** Marks these, as far as they are still to be marked. */
    void mark(TenantId tenant, List<Going> some) {
        if (some.isEmpty()) {
            return;
        }
        work.run(tenant, () -> {
            List<Going> marked = some.stream()
                    .filter(one -> departures.mark(tenant, one.recording().key(), one.why()))
                    .toList();
            long bytes =
                    marked.stream().mapToLong(one -> one.recording().bytes()).sum();
            runs.change(tenant, run -> run.chose(marked.size(), bytes));
        });
    }

    /** Throws away what is leaving; what a store does not let go now stays for the next time. To be called every few minutes. */
    public void goOn(TenantId tenant) {
        ClearLeaving.Came came = clearing.run(tenant, one -> {
            if (one.leavingWhy().filter(why -> why != LeavingWhy.WHOLE).isPresent()) {
                runs.change(tenant, run -> run.went(one.bytes()));
            }
        });
        work.run(tenant, () -> end(tenant, came));
        if (came.gone() > 0 || came.left() > 0) {
            LOG.info(
                    "retention of tenant {}: {} recordings are gone, {} are still to go",
                    tenant,
                    came.gone(),
                    came.left());
        }
    }

    private void end(TenantId tenant, ClearLeaving.Came came) {
        if (runs.latest(tenant).filter(run -> run.endedAt().isEmpty()).isEmpty()) {
            return;
        }
        runs.change(tenant, run -> {
            if (came.left() > 0) {
                run.stays(came.said());
            } else if (departures.sum(tenant).recordings() == 0) { // else another hub is at it
                run.ends(clock.instant());
            }
        });
    }
}
