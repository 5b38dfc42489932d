package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.SiteId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules come to for each camera. In days the nearest rule that says something wins; room holds for whatever it is set on, beside any other.
 *
 * @param rules those of one tenant, at most one for each scope
 * @param cameras all of the tenant, with the site of each
 */
record Policy(List<RetentionRule> rules, Map<CameraId, SiteId> cameras) {
    Policy {
        rules = List.copyOf(rules);
        cameras = Map.copyOf(cameras);
    }

    /**
     * So much room for some cameras together.
     *
     * @param bytes that are kept of them at most
     */
    record Cap(Scope scope, long bytes, Set<CameraId> cameras) {}

    /** For how long what the camera records is kept; empty: without end. */
    Optional<Terms.Days.Of> days(CameraId camera) {
        return rules.stream()
                .filter(rule -> covers(rule.scope(), camera))
                .sorted(Comparator.comparingInt(
                                (RetentionRule rule) -> rule.scope().nearness())
                        .reversed())
                .map(rule -> rule.terms().days())
                .filter(days -> !(days instanceof Terms.Days.AsAbove))
                .findFirst()
                .filter(Terms.Days.Of.class::isInstance)
                .map(Terms.Days.Of.class::cast);
    }

    /** Of cameras first, then of sites, then of the tenant: what goes for a narrow one makes room in a wide one. */
    List<Cap> caps() {
        return rules.stream()
                .filter(rule -> rule.terms().bytes().isPresent())
                .sorted(Comparator.comparingInt(
                                (RetentionRule rule) -> rule.scope().nearness())
                        .reversed())
                .map(rule -> new Cap(rule.scope(), rule.terms().bytes().getAsLong(), within(rule.scope())))
                .toList();
    }

    /** Cameras of which something may ever go. */
    Set<CameraId> limited() {
        Set<CameraId> capped =
                caps().stream().flatMap(cap -> cap.cameras().stream()).collect(Collectors.toSet());
        return cameras.keySet().stream()
                .filter(camera -> capped.contains(camera) || days(camera).isPresent())
                .collect(Collectors.toSet());
    }

    private Set<CameraId> within(Scope scope) {
        return cameras.keySet().stream().filter(camera -> covers(scope, camera)).collect(Collectors.toSet());
    }

    private boolean covers(Scope scope, CameraId camera) {
        return switch (scope) {
            case Scope.Everything everything -> true;
            case Scope.OneSite one -> one.site().equals(cameras.get(camera));
            case Scope.OneCamera one -> one.camera().equals(camera);
        };
    }

    static long sum(Map<CameraId, Long> bytes, Collection<CameraId> of) {
        return of.stream().mapToLong(camera -> bytes.getOrDefault(camera, 0L)).sum();
    }
}
