package io.vedette.hub.people;

import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.platform.web.FormInput;
import java.time.Instant;
import java.util.Optional;

/** What somebody passes on, in the terms of the grant it is a part of: times that were left open are that grant's own. */
final class PassedOn {
    private PassedOn() {}

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
}
