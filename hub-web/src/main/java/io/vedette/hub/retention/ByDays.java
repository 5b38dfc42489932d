package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.retention.Stock.Lately;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Bytes that each camera comes to in the end, by its days alone, if as much is recorded and seen as in the last week; empty: it grows without end. What went
 * within that week already is not in it.
 */
record ByDays(Map<CameraId, OptionalLong> bytes) {
    ByDays {
        bytes = Map.copyOf(bytes);
    }

    OptionalLong of(CameraId camera) {
        return bytes.getOrDefault(camera, OptionalLong.of(0));
    }

    /** @param lately sums of the last week, of some recordings */
    static ByDays of(Policy policy, Rate rate, List<Lately> all, Function<Pick, List<Lately>> lately) {
        Map<CameraId, OptionalLong> bytes = new HashMap<>();
        Map<UUID, Long> total = sums(all);
        policy.alike().forEach((keeping, cameras) -> {
            Map<CameraId, Double> days = new HashMap<>();
            Map<CameraId, Double> rest = new HashMap<>();
            if (keeping.looks()) {
                keeping.parts()
                        .forEach(part -> sums(lately.apply(new Pick(cameras, part.which())))
                                .forEach((id, sum) -> {
                                    var camera = new CameraId(id);
                                    double share = (double) sum / Math.max(1, total.getOrDefault(id, sum));
                                    days.merge(camera, share * part.days(), Double::sum);
                                    rest.merge(camera, -share, Double::sum);
                                }));
            }
            for (CameraId camera : cameras) {
                double others = 1 + rest.getOrDefault(camera, 0.0);
                bytes.put(camera, settles(keeping, rate.of(camera), days.getOrDefault(camera, 0.0), others));
            }
        });
        return new ByDays(bytes);
    }

    /**
     * @param days of the parts, each as it weighs
     * @param rest what is in no part, from 0 to 1: all of it where no program is asked
     */
    private static OptionalLong settles(Keeping keeping, long perDay, double days, double rest) {
        if (perDay == 0) {
            return OptionalLong.of(0);
        }
        if (keeping.days().isEmpty()) {
            return rest * perDay < 1 ? OptionalLong.of(Math.round(perDay * days)) : OptionalLong.empty();
        }
        return OptionalLong.of(
                Math.round(perDay * (days + Math.max(0, rest) * keeping.days().orElseThrow())));
    }

    private static Map<UUID, Long> sums(List<Lately> lately) {
        return lately.stream().collect(Collectors.toMap(Lately::camera, Lately::bytes));
    }
}
