package io.vedette.hub.people;

import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.GrantWish;
import io.vedette.hub.platform.persistence.StorableText;
import io.vedette.hub.platform.web.FormInput;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads the form that gives: account, target, actions, until, reason. Everything wrong is noted at its field. */
final class GrantForm {
    private GrantForm() {}

    static Optional<GrantWish> read(FormInput form, Targets targets, Instant now) {
        Optional<Subject> account = form.read("account", Subject::new, "form.account.wrong");
        Optional<Target> target = targets.find(form.text("target"));
        if (target.isEmpty()) {
            form.wrong("target", "form.target.wrong");
        }
        Set<Action> actions = actions(form);
        Optional<Instant> until = until(form, target.map(Target::zone), now);
        if (form.text("reason").strip().length() > GrantWish.LONGEST_REASON
                || !StorableText.fits(form.text("reason"))) {
            form.wrong("reason", "form.reason.wrong");
        }
        if (form.anyWrong() || account.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new GrantWish(account.get(), target.get().what(), actions, until, form.text("reason")));
    }

    private static Set<Action> actions(FormInput form) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            if (form.chosen("action", action.name())) {
                actions.add(action);
            }
        }
        if (actions.isEmpty()) {
            form.wrong("action", "form.action.wrong");
        }
        return actions;
    }

    /** Local time at the target's site, to the minute; nothing typed means: until it is taken back. */
    private static Optional<Instant> until(FormInput form, Optional<ZoneId> zone, Instant now) {
        if (form.text("until").isBlank() || zone.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> until = form.read("until", LocalDateTime::parse, "form.until.wrong")
                .map(local -> local.atZone(zone.get()).toInstant());
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            form.wrong("until", "form.until.past");
        }
        return until;
    }
}
