package io.vedette.hub.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.cameras.grants.TeamId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A grant that a program wants to give. {@code actions} are needed, one of {@code account}, {@code team}, {@code invitation} and {@code role},
 * and one of {@code camera}, {@code group}, {@code site}, {@code tag} and {@code every}.
 */
public record GrantRequest(Map<String, @Nullable Object> fields) {
    private static final Set<String> OF_ITS_OWN =
            Set.of("account", "team", "role", "invitation", "camera", "group", "site", "tag", "every", "under");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GrantRequest {
        if (!fields.keySet().stream()
                .allMatch(field -> OF_ITS_OWN.contains(field) || GrantFields.OF_TERMS.contains(field))) {
            throw new IllegalArgumentException("a grant has no such field");
        }
    }

    /** Throws {@link IllegalArgumentException} for what is missing, contradictory or over already. */
    GrantWish wish(Instant now) {
        var sent = new GrantFields(fields);
        if (!fields.containsKey("actions")) {
            throw new IllegalArgumentException("a grant needs actions");
        }
        GrantTerms terms = sent.terms(GrantTerms.of(EnumSet.allOf(Action.class), Optional.empty(), ""));
        if (terms.until().filter(end -> !end.isAfter(now)).isPresent()) {
            throw new IllegalArgumentException("the grant would be over before it begins");
        }
        return new GrantWish(holder(sent), what(sent), terms, sent.read("under", GrantId::of));
    }

    private static Holder holder(GrantFields sent) {
        return only(
                "a grant is for an account, a team, an invitation or a role",
                sent.read("account", Subject::new).map(Holder.Person::new),
                sent.read("team", TeamId::of).map(Holder.Team::new),
                sent.read("invitation", InvitationId::of).map(Holder.Invited::new),
                sent.read("role", RoleKey::new).map(Holder.Everyone::new));
    }

    private static Selector what(GrantFields sent) {
        return only(
                "a grant is about a camera, a group, a site, a tag or every camera",
                sent.read("camera", CameraId::of).map(Selector.OneCamera::new),
                sent.read("group", GroupId::of).map(Selector.WholeGroup::new),
                sent.read("site", SiteId::of).map(Selector.WholeSite::new),
                sent.read("tag", Tag::new).map(Selector.Tagged::new),
                sent.yes("every") ? Optional.of(new Selector.EveryCamera()) : Optional.empty());
    }

    @SafeVarargs
    private static <T> T only(String otherwise, Optional<? extends T>... some) {
        List<T> named = Stream.of(some).<T>flatMap(Optional::stream).toList();
        if (named.size() != 1) {
            throw new IllegalArgumentException(otherwise);
        }
        return named.getFirst();
    }
}
