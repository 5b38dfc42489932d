package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one predicate that decides what a viewer may see of cameras. Lists, counts, pages, sockets, media bytes and jobs all
 * ask it, either by writing <code>{visible}</code> in a query or by asking for one camera.
 */
@Singleton
public class VisibleCameras {
    private static final String PLACE = "{visible}";

    /** A set of camera ids. Nothing in its parts speaks of {@code seen}, so the database makes each of them one set. */
    private static final String VISIBLE = """
            (select seen.id from Camera seen
              where seen.tenant = :viewerTenant and seen.deletedAt is null
                and :viewer not in (select out.subject from KeptOut out where out.tenant = :viewerTenant)
                and (:viewerSeesAll = true or :grantedAll = true
                  or is_listed(seen.site, :grantedSites) = true
                  or is_listed(seen.group, :grantedGroups) = true
                  or is_listed(seen.id, :grantedCameras) = true{tagged}))
            """;

    /** Only for whoever was given a tag: with it no index finds the few cameras of somebody who has few. */
    private static final String TAGGED = """
             or seen.id in (select has.camera from CameraTag has
                  where has.tenant = :viewerTenant and is_among(has.tag, :grantedTags) = true)
            """;

    private final TenantWork work;
    private final Clock clock;

    @Inject
    public VisibleCameras(TenantWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** The same rule at another moment, for whoever asks what it will come to then. */
    VisibleCameras at(Instant moment) {
        return new VisibleCameras(work, Clock.fixed(moment, ZoneOffset.UTC));
    }

    /**
     * A query over what the viewer may use in this way. {@code text} is a constant that holds {@code {visible}} where a
     * set of camera ids belongs, as in {@code where r.camera in {visible}}.
     */
    public <T> TypedQuery<T> query(Viewer viewer, Action action, String text, Class<T> result) {
        return query(viewer, Optional.of(action), text, result);
    }

    /** As {@link #query(Viewer, Action, String, Class)}, for cameras the viewer may use in any way at all. */
    public <T> TypedQuery<T> query(Viewer viewer, String text, Class<T> result) {
        return query(viewer, Optional.empty(), text, result);
    }

    private <T> TypedQuery<T> query(Viewer viewer, Optional<Action> action, String text, Class<T> result) {
        if (!text.contains(PLACE)) {
            throw new IllegalArgumentException("a query about cameras must say {visible}");
        }
        Granted granted = granted(viewer, action);
        String visible = VISIBLE.replace("{tagged}", granted.tags().isEmpty() ? "" : TAGGED);
        return granted.bind(work.entities(viewer.tenant()).createQuery(text.replace(PLACE, visible), result))
                .setParameter("viewerTenant", viewer.tenant().value())
                .setParameter("viewer", viewer.subject().value())
                .setParameter("viewerSeesAll", seesAll(viewer, action));
    }

    /** Who has every camera knows of each, even with nothing left to do with it. */
    private static boolean seesAll(Viewer viewer, Optional<Action> asked) {
        return viewer.may(Permission.EVERY_CAMERA)
                && (asked.isEmpty() || !within(viewer.role(), asked).isEmpty());
    }

    /** Nothing for whoever needs no grant, or has a role with which none counts. */
    private Granted granted(Viewer viewer, Optional<Action> asked) {
        Set<Action> wanted = within(viewer.role(), asked);
        if (wanted.isEmpty() || seesAll(viewer, asked)) {
            return Granted.nothing();
        }
        List<Granted> all = granted(viewer);
        return work.once(new Sum(viewer, clock, wanted), () -> Granted.sum(all, wanted));
    }

    private List<Granted> granted(Viewer viewer) {
        return work.once(
                new Question(viewer, clock), () -> Granted.to(work.entities(viewer.tenant()), viewer, clock.instant()));
    }

    private record Question(Viewer viewer, Clock clock) {}

    private record Sum(Viewer viewer, Clock clock, Set<Action> wanted) {}

    /** What the viewer may do with each of these cameras, all of which the viewer sees. */
    public Map<CameraId, Set<Action>> uses(Viewer viewer, Collection<Camera> seen) {
        Map<CameraId, Set<Action>> uses = new HashMap<>();
        seen.forEach(camera -> uses.put(camera.id(), EnumSet.noneOf(Action.class)));
        Map<CameraId, Set<String>> tags = tags(viewer, uses.keySet());
        for (Action action : Action.values()) {
            boolean seesAll = seesAll(viewer, Optional.of(action));
            Granted granted = granted(viewer, Optional.of(action));
            seen.stream()
                    .filter(camera -> seesAll || granted.covers(camera, tags.getOrDefault(camera.id(), Set.of())))
                    .map(camera -> Objects.requireNonNull(uses.get(camera.id())))
                    .forEach(allowed -> allowed.add(action));
        }
        return uses;
    }

    /** The tags of these cameras; none for whoever was given no tag. */
    private Map<CameraId, Set<String>> tags(Viewer viewer, Set<CameraId> cameras) {
        if (granted(viewer, Optional.empty()).tags().isEmpty()) {
            return Map.of();
        }
        return work.entities(viewer.tenant())
                .createQuery(
                        "select t from CameraTag t where t.tenant = :tenant and is_listed(t.camera, :cameras) = true",
                        CameraTag.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("cameras", cameras.stream().map(CameraId::value).toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.groupingBy(
                        CameraTag::camera, Collectors.mapping(tag -> tag.tag().value(), Collectors.toSet())));
    }

    /** What is asked for, as far as the role goes. */
    private static Set<Action> within(Role role, Optional<Action> asked) {
        return asked.map(Stream::of)
                .orElseGet(() -> Stream.of(Action.values()))
                .filter(action -> role.may(Permission.valueOf(action.name())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the viewer may do this with this camera; false as well when there is no such camera. */
    public boolean allows(Viewer viewer, CameraId camera, Action action) {
        return !query(
                        viewer,
                        action,
                        "select c.id from Camera c where c.id = :camera and c.id in {visible}",
                        Object.class)
                .setParameter("camera", camera.value())
                .getResultList()
                .isEmpty();
    }

    /** With which of these cameras the viewer may do this: one question, however many they are. */
    public Set<CameraId> among(Viewer viewer, Set<CameraId> cameras, Action action) {
        return query(
                        viewer,
                        action,
                        "select c.id from Camera c where is_listed(c.id, :cameras) = true and c.id in {visible}",
                        UUID.class)
                .setParameter("cameras", cameras.stream().map(CameraId::value).toArray(UUID[]::new))
                .getResultStream()
                .map(CameraId::new)
                .collect(Collectors.toSet());
    }

    /** Which of these cameras the viewer may know of. */
    public Set<CameraId> among(Viewer viewer, Set<CameraId> cameras) {
        return query(
                        viewer,
                        "select c.id from Camera c where is_listed(c.id, :cameras) = true and c.id in {visible}",
                        UUID.class)
                .setParameter("cameras", cameras.stream().map(CameraId::value).toArray(UUID[]::new))
                .getResultStream()
                .map(CameraId::new)
                .collect(Collectors.toSet());
    }

    /** Whether the viewer may know of this camera at all. */
    public boolean sees(Viewer viewer, CameraId camera) {
        return !query(viewer, "select c.id from Camera c where c.id = :camera and c.id in {visible}", Object.class)
                .setParameter("camera", camera.value())
                .getResultList()
                .isEmpty();
    }

    /** Passes when the action is allowed; else the refusal that fits: not found, or the missing right by name. */
    public void demand(Viewer viewer, CameraId camera, Action action) {
        if (allows(viewer, camera, action)) {
            return;
        }
        throw sees(viewer, camera) ? Refusal.missingRight(action.name()) : Refusal.notFound();
    }
}
