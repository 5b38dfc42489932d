package io.vedette.hub.cameras.grants;

import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the audit log keeps of a grant: everything it says, as the grant itself may be gone later. */
final class GrantDeeds {
    private GrantDeeds() {}

    static Deed of(DeedKind kind, AccessGrant grant) {
        GrantTerms terms = grant.terms();
        Deed deed = Deed.of(kind, "grant", grant.id(), "")
                .with(
                        "actions",
                        terms.actions().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")))
                .with("begin", terms.from().map(Instant::toString).orElse(""))
                .with("until", terms.until().map(Instant::toString).orElse(""))
                .with("hours", terms.hours().map(GrantDeeds::words).orElse(""))
                .with("passable", terms.passable())
                .with("reason", terms.reason());
        return about(held(deed, grant.holder()), grant.what());
    }

    private static String words(WeeklyHours hours) {
        return Arrays.toString(hours.edges()) + " " + hours.zone().getId();
    }

    private static Deed held(Deed deed, Holder holder) {
        return switch (holder) {
            case Holder.Person person -> deed.with("account", person.subject());
            case Holder.Team members -> deed.with("team", members.team());
            case Holder.Invited invited -> deed.with("invitation", invited.invitation());
            case Holder.Everyone everyone -> deed.with("role", everyone.role());
        };
    }

    private static Deed about(Deed deed, Selector what) {
        return switch (what) {
            case Selector.OneCamera one -> deed.camera(one.camera().value());
            case Selector.WholeGroup whole -> deed.with("group", whole.group());
            case Selector.WholeSite whole -> deed.with("site", whole.site());
            case Selector.Tagged tagged -> deed.with("tag", tagged.tag().value());
            case Selector.EveryCamera every -> deed.with("every", true);
        };
    }
}
