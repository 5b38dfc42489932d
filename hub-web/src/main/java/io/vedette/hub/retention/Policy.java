package io.vedette.hub.retention;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.cameras.SiteId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

    /**
     * For how long what the camera records is kept. Of each label the nearest rule that names it tells, and it holds beside days that a nearer one says: who names
     * a label wants what has it. That nothing was seen shortens no days that a nearer rule says.
     */
    Keeping keeping(CameraId camera) {
        Optional<Terms.Days> days = Optional.empty();
        Optional<Integer> unseen = Optional.empty();
        Map<Label, Integer> labels = new HashMap<>();
        for (RetentionRule rule : nearestFirst(camera)) {
            Terms terms = rule.terms();
            if (days.isEmpty() && unseen.isEmpty() && terms.seen().unseen().isPresent()) {
                unseen = Optional.of(terms.seen().unseen().getAsInt());
            }
            if (days.isEmpty() && !(terms.days() instanceof Terms.Days.AsAbove)) {
                days = Optional.of(terms.days());
            }
            terms.seen().days().forEach(labels::putIfAbsent);
        }
        return new Keeping(
                days.filter(Terms.Days.Of.class::isInstance)
                        .map(Terms.Days.Of.class::cast)
                        .map(Terms.Days.Of::count),
                labels,
                unseen);
    }

    /** Cameras that are kept alike. */
    Map<Keeping, Set<CameraId>> alike() {
        Map<Keeping, Set<CameraId>> alike = new HashMap<>();
        cameras.keySet()
                .forEach(camera -> alike.computeIfAbsent(keeping(camera), none -> new HashSet<>())
                        .add(camera));
        return alike;
    }

    private List<RetentionRule> nearestFirst(CameraId camera) {
        return rules.stream()
                .filter(rule -> covers(rule.scope(), camera))
                .sorted(Comparator.comparingInt(
                                (RetentionRule rule) -> rule.scope().nearness())
                        .reversed())
                .toList();
    }

    /** Where what the camera records moves to when it is old, by the nearest rule that says so. */
    Optional<Archive> archive(CameraId camera) {
        return nearestFirst(camera).stream()
                .flatMap(rule -> rule.terms().archive().stream())
                .findFirst();
    }

    Map<Archive, Set<CameraId>> archives() {
        Map<Archive, Set<CameraId>> archives = new HashMap<>();
        cameras.keySet()
                .forEach(camera -> archive(camera)
                        .ifPresent(to -> archives.computeIfAbsent(to, none -> new HashSet<>())
                                .add(camera)));
        return archives;
    }

    /** Whether it matters what programs saw. */
    boolean looks() {
        return rules.stream().anyMatch(rule -> !rule.terms().seen().isEmpty());
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

    /**
     * What may ever go.
     *
     * @param favoured what a label keeps, or what none does
     */
    List<Pick> mayGo(boolean favoured) {
        Set<CameraId> all =
                caps().stream().flatMap(cap -> cap.cameras().stream()).collect(Collectors.toSet());
        Set<CameraId> unseen = new HashSet<>();
        for (CameraId camera : cameras.keySet()) {
            Keeping keeping = keeping(camera);
            if (keeping.days().isPresent()) {
                all.add(camera);
            } else if (keeping.unseen().isPresent() && !all.contains(camera)) {
                unseen.add(camera);
            }
        }
        List<Pick> picks = new ArrayList<>(favoured(all, favoured));
        if (!favoured && !unseen.isEmpty()) {
            picks.add(new Pick(unseen, Which.UNSEEN));
        }
        return List.copyOf(picks);
    }

    /** Of these cameras what a label keeps, or what none does. */
    List<Pick> favoured(Set<CameraId> of, boolean favoured) {
        Map<Set<Label>, Set<CameraId>> alike = new HashMap<>();
        of.forEach(camera -> alike.computeIfAbsent(keeping(camera).labels().keySet(), none -> new HashSet<>())
                .add(camera));
        return alike.entrySet().stream()
                .filter(one -> !favoured || !one.getKey().isEmpty())
                .map(one -> new Pick(one.getValue(), favoured ? Which.with(one.getKey()) : Which.without(one.getKey())))
                .toList();
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
