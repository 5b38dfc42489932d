package io.vedette.hub.people;

import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.platform.web.FormInput;
import java.time.Instant;
import java.util.Optional;

/** What is passed on, and the grant it is a part of. */
final class PassedOn {
    private PassedOn() {}

    /** In the terms of that grant: times that were left open are its own. What goes beyond it is noted at its field. */
    static GrantWish within(GrantWish wish, GrantTerms above, FormInput form) {
        GrantTerms asked = wish.terms();
        Optional<Instant> until = asked.until().or(above::until);
        if (above.until().filter(end -> until.orElseThrow().isAfter(end)).isPresent()) {
            form.wrong("until", "form.until.beyond");
        }
        if (!above.actions().containsAll(asked.actions())) {
            form.wrong("action", "form.action.beyond");
        }
        return new GrantWish(
                wish.holder(),
                wish.what(),
                new GrantTerms(asked.actions(), above.from(), until, above.hours(), asked.passable(), asked.reason()),
                wish.under());
    }

    /** Notes at its field where this goes beyond the grant it is a part of. */
    static void beyond(GrantTerms part, GrantTerms above, FormInput form) {
        if (!above.actions().containsAll(part.actions())) {
            form.wrong("action", "form.part.action");
        }
        if (above.until()
                .filter(end -> part.until().filter(own -> !own.isAfter(end)).isEmpty())
                .isPresent()) {
            form.wrong("until", "form.part.until");
        }
        if (above.from()
                .filter(begin -> part.from().filter(own -> !own.isBefore(begin)).isEmpty())
                .isPresent()) {
            form.wrong("from", "form.part.from");
        }
        if (part.passable() && !above.passable()) {
            form.wrong("passable", "form.part.passable");
        }
        if (!form.anyWrong() && !part.within(above)) {
            form.wrong("opens", "form.part.hours");
        }
    }
}
