package io.vedette.hub.cameras;

import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Viewer;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.query.NativeQuery;

/** What the grants of a viewer come to at a moment: the answer of the database's function {@code granted}, for a query to be bound to. */
final class Granted {
    private static final UUID NO_ROLE = new UUID(0, 0);
    private static final UUID[] NONE = {};
    private static final String ASK = """
            select everything, cameras, sites, groups
              from granted(:tenant, :viewer, :role, :customRole, cast(:actions as text[]), :now)
            """;
    /** What has been changed in these is written before the question is asked. */
    private static final String[] TABLES = {
        "access_grant", "camera", "camera_group", "camera_tag", "team_member", "kept_out"
    };

    private final boolean everything;
    private final Set<UUID> cameras;
    private final Set<UUID> sites;
    private final Set<UUID> groups;

    private Granted(boolean everything, UUID[] cameras, UUID[] sites, UUID[] groups) {
        this.everything = everything;
        this.cameras = Set.copyOf(List.of(cameras));
        this.sites = Set.copyOf(List.of(sites));
        this.groups = Set.copyOf(List.of(groups));
    }

    static Granted nothing() {
        return new Granted(false, NONE, NONE, NONE);
    }

    /** For any of these actions. */
    static Granted to(EntityManager entities, Viewer viewer, String[] actions, Instant now) {
        RoleKey role = viewer.role().key();
        var question = entities.createNativeQuery(ASK, Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("everything", Boolean.class)
                .addScalar("cameras", UUID[].class)
                .addScalar("sites", UUID[].class)
                .addScalar("groups", UUID[].class);
        for (String table : TABLES) {
            question.addSynchronizedQuerySpace(table);
        }
        Object[] row =
                (Object[]) question.setParameter("tenant", viewer.tenant().value())
                        .setParameter("viewer", viewer.subject().value())
                        .setParameter("role", role.standard().orElse(""))
                        .setParameter("customRole", role.custom().orElse(NO_ROLE))
                        .setParameter("actions", actions)
                        .setParameter("now", now)
                        .getSingleResult();
        return new Granted((Boolean) row[0], (UUID[]) row[1], (UUID[]) row[2], (UUID[]) row[3]);
    }

    /** Whether the camera is one of those. */
    boolean covers(Camera camera) {
        return everything
                || cameras.contains(camera.id().value())
                || sites.contains(camera.site().value())
                || camera.group()
                        .filter(group -> groups.contains(group.value()))
                        .isPresent();
    }

    /** To a query that says {@code grantedAll}, {@code grantedCameras}, {@code grantedSites} and {@code grantedGroups}. */
    <T> TypedQuery<T> bind(TypedQuery<T> query) {
        return query.setParameter("grantedAll", everything)
                .setParameter("grantedCameras", cameras.toArray(UUID[]::new))
                .setParameter("grantedSites", sites.toArray(UUID[]::new))
                .setParameter("grantedGroups", groups.toArray(UUID[]::new));
    }
}
