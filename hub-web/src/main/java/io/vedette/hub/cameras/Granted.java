package io.vedette.hub.cameras;

import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Viewer;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;

/**
 * What the grants of a viewer come to at a moment, as the database's function {@code granted} says it, for a query to be bound to.
 *
 * @param uses what all of this is given for; in a sum each of it for one of these at least
 */
record Granted(
        Set<Action> uses, boolean everything, Set<UUID> cameras, Set<UUID> sites, Set<UUID> groups, Set<String> tags) {
    private static final UUID NO_ROLE = new UUID(0, 0);
    private static final String ASK = """
            select uses, everything, cameras, sites, groups, tags from granted(:tenant, :viewer, :role, :customRole, :now)
            """;
    /** What has been changed in these is written before the question is asked. */
    private static final String[] TABLES = {
        "access_grant", "camera", "camera_group", "camera_tag", "team_member", "kept_out"
    };

    static Granted nothing() {
        return new Granted(Set.of(), false, Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** For each set of uses, of which none is there twice. */
    static List<Granted> to(EntityManager entities, Viewer viewer, Instant now) {
        RoleKey role = viewer.role().key();
        var question = entities.createNativeQuery(ASK, Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("uses", String[].class)
                .addScalar("everything", Boolean.class)
                .addScalar("cameras", UUID[].class)
                .addScalar("sites", UUID[].class)
                .addScalar("groups", UUID[].class)
                .addScalar("tags", String[].class);
        for (String table : TABLES) {
            question.addSynchronizedQuerySpace(table);
        }
        List<?> rows = question.setParameter("tenant", viewer.tenant().value())
                .setParameter("viewer", viewer.subject().value())
                .setParameter("role", role.standard().orElse(""))
                .setParameter("customRole", role.custom().orElse(NO_ROLE))
                .setParameter("now", now)
                .getResultList();
        return rows.stream().map(row -> of((Object[]) row)).toList();
    }

    private static Granted of(Object[] row) {
        Set<Action> uses = Stream.of((String[]) row[0]).map(Action::valueOf).collect(Collectors.toUnmodifiableSet());
        return new Granted(uses, (Boolean) row[1], set(row[2]), set(row[3]), set(row[4]), set(row[5]));
    }

    @SuppressWarnings("unchecked") // of the type that was asked for
    private static <T> Set<T> set(Object array) {
        return Set.copyOf(List.of((T[]) array)); // some are named twice
    }

    /** All that is given for any of these uses, whichever that is. */
    static Granted sum(List<Granted> all, Set<Action> wanted) {
        boolean everything = false;
        Set<UUID> cameras = new HashSet<>();
        Set<UUID> sites = new HashSet<>();
        Set<UUID> groups = new HashSet<>();
        Set<String> tags = new HashSet<>();
        for (Granted granted : all) {
            if (!Collections.disjoint(granted.uses, wanted)) {
                everything |= granted.everything;
                cameras.addAll(granted.cameras);
                sites.addAll(granted.sites);
                groups.addAll(granted.groups);
                tags.addAll(granted.tags);
            }
        }
        return new Granted(wanted, everything, cameras, sites, groups, tags);
    }

    /** Whether the camera, which has these tags, is one of those. */
    boolean covers(Camera camera, Set<String> tagged) {
        return everything
                || cameras.contains(camera.id().value())
                || sites.contains(camera.site().value())
                || camera.group()
                        .filter(group -> groups.contains(group.value()))
                        .isPresent()
                || !Collections.disjoint(tags, tagged);
    }

    /**
     * To a query that says {@code grantedAll}, {@code grantedCameras}, {@code grantedSites} and {@code grantedGroups}, and where there
     * are tags {@code grantedTags}.
     */
    <T> TypedQuery<T> bind(TypedQuery<T> query) {
        if (!tags.isEmpty()) {
            query.setParameter("grantedTags", tags.toArray(String[]::new));
        }
        return query.setParameter("grantedAll", everything)
                .setParameter("grantedCameras", cameras.toArray(UUID[]::new))
                .setParameter("grantedSites", sites.toArray(UUID[]::new))
                .setParameter("grantedGroups", groups.toArray(UUID[]::new));
    }
}
