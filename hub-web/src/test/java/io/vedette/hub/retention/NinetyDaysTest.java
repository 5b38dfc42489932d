package io.vedette.hub.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.MovableClock;
import io.vedette.hub.cameras.SiteId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ninety nights beside a model that is too simple to be wrong: nothing goes early, nothing stays late. A real database. */
class NinetyDaysTest {
    private static final int NIGHTS = 90;
    private static final int YARD_DAYS = 30;
    private static final int GATE_DAYS = 7;
    private static final long DOCK_BYTES = 40_000;
    private static final long ALL_BYTES = 230_000;

    private static final int PERSON_DAYS = 20;
    private static final int CAR_DAYS = 60;
    private static final int UNSEEN_DAYS = 3;

    /** @param seen empty: a program saw nothing; null: none looked */
    private record Kept(
            RecordingId id,
            CameraId camera,
            Instant start,
            Instant end,
            long bytes,
            @Nullable String seen) {
        boolean favoured() {
            return "person".equals(seen) || "car".equals(seen);
        }

        int days(int others, boolean shorter) {
            if (shorter && "".equals(seen)) {
                return UNSEEN_DAYS;
            }
            return "car".equals(seen) ? CAR_DAYS : "person".equals(seen) ? Math.max(others, PERSON_DAYS) : others;
        }
    }

    /** One in each build, more with {@code -Dvedette.drill=true}. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Boolean.getBoolean("vedette.drill") ? 4 : 1);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingGoesEarlyAndNothingStaysLate(long seed, @TempDir Path vault) {
        var clock = new MovableClock("2026-03-01T04:17:00Z");
        var scene = new RetentionScene(vault, clock);
        SiteId yard = scene.site("Yard");
        CameraId gate = scene.camera(yard, "Gate");
        CameraId fence = scene.camera(yard, "Fence");
        CameraId dock = scene.camera(scene.site("Dock"), "Dock");
        CameraId safe = scene.camera(yard, "Safe");
        ByLabel labels = RetentionScene.labels(Map.of("person", PERSON_DAYS, "car", CAR_DAYS), OptionalInt.empty());
        scene.rule(Scope.EVERYTHING, new Terms(Terms.Days.AS_ABOVE, OptionalLong.of(ALL_BYTES), labels));
        scene.rule(
                new Scope.OneSite(yard),
                new Terms(
                        new Terms.Days.Of(YARD_DAYS),
                        OptionalLong.empty(),
                        RetentionScene.labels(Map.of(), OptionalInt.of(UNSEEN_DAYS))));
        scene.rule(new Scope.OneCamera(gate), RetentionScene.days(GATE_DAYS));
        scene.rule(new Scope.OneCamera(dock), RetentionScene.bytes(DOCK_BYTES));
        scene.rule(new Scope.OneCamera(safe), RetentionScene.endless());
        Map<CameraId, Integer> days = Map.of(gate, GATE_DAYS, fence, YARD_DAYS);
        List<Kept> model = new ArrayList<>();
        Map<RecordingId, Integer> heldUntil = new HashMap<>();
        Set<RecordingId> atEdge = new HashSet<>();
        var random = new Random(seed);

        for (int night = 0; night < NIGHTS; night++) {
            int tonight = night;
            for (CameraId camera : List.of(gate, fence, dock, safe)) {
                for (int i = 0; i < 1 + random.nextInt(2); i++) {
                    Kept kept = record(scene, camera, clock.instant(), random);
                    model.add(kept);
                    if (random.nextInt(15) == 0) {
                        scene.hold(kept.id(), true);
                        heldUntil.put(kept.id(), tonight + random.nextInt(60));
                    }
                }
            }
            atEdge.add(scene.row(gate, clock.instant().minus(Duration.ofDays(20)), 10, 500, "EDGE"));
            heldUntil.entrySet().removeIf(held -> {
                if (held.getValue() == tonight) {
                    scene.hold(held.getKey(), false);
                }
                return held.getValue() == tonight;
            });

            scene.running.night(scene.acme);
            goes(model, clock.instant(), days, heldUntil.keySet(), fence, dock);

            Set<RecordingId> wanted = model.stream().map(Kept::id).collect(Collectors.toSet());
            wanted.addAll(atEdge);
            assertThat(scene.there()).as("night %d", night).isEqualTo(wanted);
            clock.move(Duration.ofDays(1));
        }
        assertThat(model).isNotEmpty();
    }

    private static Kept record(RetentionScene scene, CameraId camera, Instant now, Random random) {
        Duration ago = Duration.ofSeconds(60 + random.nextInt(80_000));
        long seconds = 1 + random.nextInt(59);
        long bytes = 1000 + random.nextInt(1000);
        Instant start = now.minus(ago);
        // sometimes exactly where a day ends, to the second
        if (random.nextInt(5) == 0) {
            start = now.minusSeconds(seconds);
        }
        RecordingId id = scene.row(camera, start, seconds, bytes, "VAULT");
        return new Kept(id, camera, start, start.plusSeconds(seconds), bytes, seen(scene, id, random));
    }

    private static @Nullable String seen(RetentionScene scene, RecordingId id, Random random) {
        switch (random.nextInt(6)) {
            case 0:
                scene.seen(id, "person", "leaf");
                return "person";
            case 1:
                scene.seen(id, "person", "car");
                return "car";
            case 2:
                scene.seen(id, "leaf");
                return "leaf";
            case 3:
                scene.seen(id);
                return "";
            default:
                return null;
        }
    }

    private static void goes(
            List<Kept> model,
            Instant now,
            Map<CameraId, Integer> days,
            Set<RecordingId> held,
            CameraId fence,
            CameraId dock) {
        model.removeIf(one -> days.containsKey(one.camera())
                && !held.contains(one.id())
                && !one.end()
                        .isAfter(now.minus(Duration.ofDays(
                                one.days(days.get(one.camera()), one.camera().equals(fence))))));
        shrink(model, held, one -> one.camera().equals(dock), DOCK_BYTES);
        shrink(model, held, one -> true, ALL_BYTES);
    }

    private static void shrink(List<Kept> model, Set<RecordingId> held, Predicate<Kept> which, long most) {
        while (model.stream().filter(which).mapToLong(Kept::bytes).sum() > most) {
            Kept oldest = model.stream()
                    .filter(which)
                    .filter(one -> !held.contains(one.id()))
                    .min(Comparator.comparing(Kept::favoured)
                            .thenComparing(Kept::start)
                            .thenComparing(one -> one.id().toString()))
                    .orElseThrow();
            model.remove(oldest);
        }
    }
}
