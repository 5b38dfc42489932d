package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.retention.Plan.Going;
import io.vedette.hub.retention.Stock.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Looks what has to go by some rules, and what they lead to. Changes nothing. */
@Singleton
public class PlanRetention {
    /** Later than anything that was recorded. */
    private static final Instant ANY_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final TenantWork work;
    private final Stock stock;
    private final Clock clock;

    @Inject
    public PlanRetention(TenantWork work, Stock stock, Clock clock) {
        this.work = work;
        this.stock = stock;
        this.clock = clock;
    }

    /** What it comes to. */
    public Plan plan(TenantId tenant, List<RetentionRule> rules) {
        var plan = new Plan();
        walk(tenant, rules, plan::add);
        return plan;
    }

    /**
     * First what was kept for long enough, then what is too much of what is left; each as it is found. Within a tenant's work, or outside: then each page is read
     * in a transaction of its own, and whoever is told may mark what was found.
     */
    void walk(TenantId tenant, List<RetentionRule> rules, Consumer<Going> goes) {
        if (rules.isEmpty()) {
            return;
        }
        Policy policy = work.as(tenant, () -> new Policy(rules, stock.cameras(tenant)));
        Map<CameraId, Long> bytes = work.as(tenant, () -> stock.bytes(tenant));
        Instant now = clock.instant();
        var chosen = new Chosen(goes);
        policy.cameras()
                .keySet()
                .forEach(camera -> policy.days(camera)
                        .ifPresent(days -> tooOld(tenant, camera, Chosen.Age.of(now, days.length()), chosen)));
        policy.caps().forEach(cap -> tooMuch(tenant, cap, bytes, chosen));
    }

    private void tooOld(TenantId tenant, CameraId camera, Chosen.Age age, Chosen chosen) {
        oldest(tenant, Set.of(camera), age.before()).forEachRemaining(one -> {
            if (age.over(one)) {
                chosen.goes(one, LeavingWhy.AGE);
            }
        });
        chosen.all(camera, age);
    }

    private void tooMuch(TenantId tenant, Policy.Cap cap, Map<CameraId, Long> bytes, Chosen chosen) {
        long excess = Policy.sum(bytes, cap.cameras()) - chosen.bytes(cap.cameras()) - cap.bytes();
        OldestFirst oldest = oldest(tenant, cap.cameras(), ANY_TIME);
        Stored last = null;
        while (excess > 0 && oldest.hasNext()) {
            last = oldest.next();
            if (!chosen.has(last)) {
                chosen.goes(last, LeavingWhy.ROOM);
                excess -= last.bytes();
            }
        }
        if (last != null) {
            chosen.upTo(cap.cameras(), last);
        }
    }

    private OldestFirst oldest(TenantId tenant, Set<CameraId> cameras, Instant before) {
        return new OldestFirst(behind ->
                work.as(tenant, () -> stock.oldest(tenant, cameras, before, behind, false, OldestFirst.AT_ONCE)));
    }

    /** What the rules lead to, if as much is recorded as lately. Within a tenant's work. */
    public Forecast forecast(TenantId tenant, List<RetentionRule> rules) {
        Instant now = clock.instant();
        return Forecast.of(
                new Policy(rules, stock.cameras(tenant)),
                Rate.of(stock.lately(tenant, now.minus(Rate.LOOK_BACK)), now),
                stock.bytes(tenant));
    }
}
