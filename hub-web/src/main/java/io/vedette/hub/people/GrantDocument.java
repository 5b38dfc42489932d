package io.vedette.hub.people;

import io.vedette.hub.cameras.AccessGrant;
import io.vedette.hub.cameras.Action;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant in the interface for programs: about a camera or about a group.
 *
 * @param version counts changes; the same as the entity tag
 * @param until null means: until it is taken back
 */
public record GrantDocument(
        String id,
        int version,
        String account,
        @Nullable String camera,
        @Nullable String group,
        List<Action> actions,
        @Nullable Instant until,
        String reason,
        String givenBy,
        Instant givenAt) {

    /**
     * The grants of the tenant, the latest first.
     *
     * @param next address of the next page; absent at the end
     */
    public record GrantList(
            List<GrantDocument> grants, @Nullable String next) {}

    static GrantDocument of(AccessGrant grant) {
        return new GrantDocument(
                grant.id().toString(),
                grant.version(),
                grant.subject().value(),
                grant.camera().map(Object::toString).orElse(null),
                grant.group().map(Object::toString).orElse(null),
                List.copyOf(grant.actions()),
                grant.until().orElse(null),
                grant.reason(),
                grant.givenBy().value(),
                grant.givenAt());
    }
}
