package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.SiteId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Where some rules lead to, if as much is recorded as in the last week.
 *
 * @param perDay bytes that come in a day
 * @param settles bytes that there will be in the end; empty: it grows without end
 */
public record Forecast(long perDay, OptionalLong settles, List<CapMet> caps) {
    public Forecast {
        caps = List.copyOf(caps);
    }

    /**
     * How it stands with a cap.
     *
     * @param now bytes that count for it
     * @param inDays when it is met, 0 for at once; empty: never, days come first or nothing is recorded
     */
    public record CapMet(Scope scope, long bytes, long now, OptionalLong inDays) {}

    static Forecast of(Policy policy, Rate rate, ByDays byDays, Map<CameraId, Long> now) {
        Map<Scope, Policy.Cap> caps = new HashMap<>();
        policy.caps().forEach(cap -> caps.put(cap.scope(), cap));
        List<CapMet> met = new ArrayList<>();
        Map<SiteId, OptionalLong> sites = new HashMap<>();
        for (Map.Entry<CameraId, SiteId> one : policy.cameras().entrySet()) {
            OptionalLong camera =
                    under(caps.get(new Scope.OneCamera(one.getKey())), byDays.of(one.getKey()), rate, now, met);
            sites.merge(one.getValue(), camera, Forecast::plus);
        }
        OptionalLong all = OptionalLong.of(0);
        for (Map.Entry<SiteId, OptionalLong> site : sites.entrySet()) {
            all = plus(all, under(caps.get(new Scope.OneSite(site.getKey())), site.getValue(), rate, now, met));
        }
        Set<CameraId> every = new HashSet<>(policy.cameras().keySet());
        return new Forecast(rate.of(every), under(caps.get(Scope.EVERYTHING), all, rate, now, met), met);
    }

    private static OptionalLong under(
            Policy.@org.jspecify.annotations.Nullable Cap cap,
            OptionalLong without,
            Rate rate,
            Map<CameraId, Long> now,
            List<CapMet> met) {
        if (cap == null) {
            return without;
        }
        long there = Policy.sum(now, cap.cameras());
        long perDay = rate.of(cap.cameras());
        boolean reached = without.isEmpty() || without.getAsLong() >= cap.bytes();
        OptionalLong inDays = there >= cap.bytes()
                ? OptionalLong.of(0)
                : reached && perDay > 0
                        ? OptionalLong.of((cap.bytes() - there + perDay - 1) / perDay)
                        : OptionalLong.empty();
        met.add(new CapMet(cap.scope(), cap.bytes(), there, inDays));
        return reached ? OptionalLong.of(cap.bytes()) : without;
    }

    private static OptionalLong plus(OptionalLong one, OptionalLong other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(one.getAsLong() + other.getAsLong());
    }
}
