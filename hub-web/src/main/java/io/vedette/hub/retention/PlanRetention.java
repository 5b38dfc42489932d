package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.LeavingWhy;
import io.vedette.hub.retention.Plan.Going;
import io.vedette.hub.retention.Stock.Lately;
import io.vedette.hub.retention.Stock.Stored;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks what has to go by some rules, and what they lead to. Changes nothing. */
@Singleton
public class PlanRetention {
    /** Later than anything that was recorded. */
    private static final Instant ANY_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final TenantWork work;
    private final Stock stock;
    private final ToMove toMove;
    private final Clock clock;

    @Inject
    public PlanRetention(TenantWork work, Stock stock, ToMove toMove, Clock clock) {
        this.work = work;
        this.stock = stock;
        this.toMove = toMove;
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
        var chosen = new Chosen(policy, now, goes);
        policy.alike().forEach((keeping, cameras) -> {
            for (Keeping.Part part : keeping.parts()) {
                var age = Chosen.Age.of(now, Duration.ofDays(part.days()));
                tooOld(tenant, new Pick(cameras, part.which()), age, chosen);
            }
        });
        policy.caps().forEach(cap -> {
            long excess = Policy.sum(bytes, cap.cameras()) - chosen.bytes(cap.cameras()) - cap.bytes();
            long still = tooMuch(tenant, policy, cap, false, excess, chosen);
            long unused = tooMuch(tenant, policy, cap, true, still, chosen);
        });
    }

    private void tooOld(TenantId tenant, Pick those, Chosen.Age age, Chosen chosen) {
        oldest(tenant, List.of(those), age.before(), false).forEachRemaining(one -> {
            if (age.over(one)) {
                chosen.goes(one, LeavingWhy.AGE);
            }
        });
    }

    /** What is too much still, once none of these is left. */
    private long tooMuch(
            TenantId tenant, Policy policy, Policy.Cap cap, boolean favoured, long tooMuch, Chosen chosen) {
        long excess = tooMuch;
        OldestFirst oldest = oldest(tenant, policy.favoured(cap.cameras(), favoured), ANY_TIME, policy.looks());
        Stored last = null;
        while (excess > 0 && oldest.hasNext()) {
            last = oldest.next();
            if (!chosen.has(last)) {
                chosen.goes(last, LeavingWhy.ROOM);
                excess -= last.bytes();
            }
        }
        if (last != null) {
            chosen.upTo(cap.cameras(), favoured, last);
        }
        return excess;
    }

    private OldestFirst oldest(TenantId tenant, List<Pick> picks, Instant before, boolean seen) {
        return new OldestFirst(behind -> work.as(tenant, () -> {
            List<Stored> page = stock.oldest(tenant, picks, before, behind, false, OldestFirst.AT_ONCE);
            return seen ? stock.seen(tenant, page) : page;
        }));
    }

    /** What is to move at the next turns. Within a tenant's work. */
    public Plan.Share moves(TenantId tenant, List<RetentionRule> rules) {
        Instant now = clock.instant();
        return new Policy(rules, stock.cameras(tenant))
                .archives().entrySet().stream()
                        .map(one -> toMove.waiting(
                                tenant,
                                one.getValue(),
                                one.getKey().to(),
                                Chosen.Age.of(now, Duration.ofDays(one.getKey().afterDays()))))
                        .reduce(new Plan.Share(0, 0), Plan.Share::and);
    }

    /** What the rules lead to, if as much is recorded as lately. Within a tenant's work. */
    public Forecast forecast(TenantId tenant, List<RetentionRule> rules) {
        Instant now = clock.instant();
        Instant since = now.minus(Rate.LOOK_BACK);
        var policy = new Policy(rules, stock.cameras(tenant));
        List<Lately> all = stock.lately(tenant, since, Optional.empty());
        Rate rate = Rate.of(all, now);
        ByDays byDays = ByDays.of(policy, rate, all, pick -> stock.lately(tenant, since, Optional.of(pick)));
        return Forecast.of(policy, rate, byDays, stock.bytes(tenant));
    }
}
