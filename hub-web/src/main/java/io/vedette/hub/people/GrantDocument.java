package io.vedette.hub.people;

import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.people.hours.HoursDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant in the interface for programs: held by an account, a team, an invitation or everybody of a role; about a camera, a group, a site,
 * a tag, or every camera.
 *
 * @param version counts changes; the same as the entity tag
 * @param every true, or absent
 * @param from null means: since it was given
 * @param until null means: until it is taken back
 * @param hours null means: at any time
 * @param under the grant of which this one is a part
 */
public record GrantDocument(
        String id,
        int version,
        @Nullable String account,
        @Nullable String team,
        @Nullable String role,
        @Nullable String invitation,
        @Nullable String camera,
        @Nullable String group,
        @Nullable String site,
        @Nullable String tag,
        @Nullable Boolean every,
        List<Action> actions,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable HoursDocument hours,
        boolean passable,
        String reason,
        @Nullable String under,
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
        Holder holder = grant.holder();
        Selector what = grant.what();
        GrantTerms terms = grant.terms();
        return new GrantDocument(
                grant.id().toString(),
                grant.version(),
                holder instanceof Holder.Person person ? person.subject().value() : null,
                holder instanceof Holder.Team members ? members.team().toString() : null,
                holder instanceof Holder.Everyone everyone ? everyone.role().value() : null,
                holder instanceof Holder.Invited invited ? invited.invitation().toString() : null,
                what instanceof Selector.OneCamera one ? one.camera().toString() : null,
                what instanceof Selector.WholeGroup whole ? whole.group().toString() : null,
                what instanceof Selector.WholeSite whole ? whole.site().toString() : null,
                what instanceof Selector.Tagged tagged ? tagged.tag().value() : null,
                what instanceof Selector.EveryCamera ? Boolean.TRUE : null,
                terms.actions().stream().sorted().toList(),
                terms.from().orElse(null),
                terms.until().orElse(null),
                terms.hours().map(HoursDocument::of).orElse(null),
                terms.passable(),
                terms.reason(),
                grant.under().map(Object::toString).orElse(null),
                grant.givenBy().value(),
                grant.givenAt());
    }
}
