package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.retention.Stock.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks what has to go by some rules, and what they lead to. Changes nothing. Within a tenant's work. */
@Singleton
public class PlanRetention {
    /** Later than anything that was recorded. */
    private static final Instant ANY_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final Stock stock;
    private final Clock clock;

    @Inject
    public PlanRetention(Stock stock, Clock clock) {
        this.stock = stock;
        this.clock = clock;
    }

    /** First what was kept for long enough, then what is too much of what is left. */
    public Plan plan(TenantId tenant, List<RetentionRule> rules) {
        Plan plan = new Plan();
        if (rules.isEmpty()) {
            return plan;
        }
        Policy policy = new Policy(rules, stock.cameras(tenant));
        Instant now = clock.instant();
        policy.cameras()
                .keySet()
                .forEach(camera ->
                        policy.days(camera).ifPresent(days -> tooOld(tenant, camera, now.minus(days.length()), plan)));
        Map<CameraId, Long> bytes = stock.bytes(tenant);
        policy.caps().forEach(cap -> tooMuch(tenant, cap, bytes, plan));
        return plan;
    }

    /** Counted from its end: no second of it is kept for less than it should be. */
    private void tooOld(TenantId tenant, CameraId camera, Instant before, Plan plan) {
        OldestFirst.of(stock, tenant, Set.of(camera), before).forEachRemaining(one -> {
            if (!one.endedAt().isAfter(before)) {
                plan.add(one, LeavingWhy.AGE);
            }
        });
    }

    private void tooMuch(TenantId tenant, Policy.Cap cap, Map<CameraId, Long> bytes, Plan plan) {
        long excess = Policy.sum(bytes, cap.cameras()) - plan.bytes(cap.cameras()) - cap.bytes();
        OldestFirst oldest = OldestFirst.of(stock, tenant, cap.cameras(), ANY_TIME);
        while (excess > 0 && oldest.hasNext()) {
            Stored one = oldest.next();
            if (!plan.has(one)) {
                plan.add(one, LeavingWhy.ROOM);
                excess -= one.bytes();
            }
        }
    }

    /** What the rules lead to, if as much is recorded as lately. */
    public Forecast forecast(TenantId tenant, List<RetentionRule> rules) {
        Instant now = clock.instant();
        return Forecast.of(
                new Policy(rules, stock.cameras(tenant)),
                Rate.of(stock.lately(tenant, now.minus(Rate.LOOK_BACK)), now),
                stock.bytes(tenant));
    }
}
