package io.vedette.hub.people;

import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.people.hours.HoursForm;
import io.vedette.hub.platform.persistence.StorableText;
import io.vedette.hub.platform.web.FormInput;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the form that gives: holder, target, actions, from, until, hours, whether it may be passed on, reason. Everything
 * wrong is noted at its field. Times are local at the target's site, to the minute.
 */
final class GrantForm {
    /** Where the holder is typed instead of chosen. */
    static final String WHO = "who";

    private final FormInput form;
    private final Instant now;

    private GrantForm(FormInput form, Instant now) {
        this.form = form;
        this.now = now;
    }

    /** @param under the grant of which a part is passed on */
    static Optional<GrantWish> read(FormInput form, Targets targets, Optional<GrantId> under, Instant now) {
        return new GrantForm(form, now).read(targets, under);
    }

    private Optional<GrantWish> read(Targets targets, Optional<GrantId> under) {
        Optional<Holder> holder = form.error(WHO).isEmpty()
                ? form.read("holder", HolderText::read, "form.account.wrong")
                : Optional.empty(); // said already, where the name was typed
        Optional<Target> target = targets.find(form.text("target"));
        if (target.isEmpty()) {
            form.wrong("target", "form.target.wrong");
        }
        Set<Action> actions = actions();
        Optional<ZoneId> zone = target.map(Target::zone);
        Optional<Instant> from = moment("from", zone, "form.from.wrong");
        Optional<Instant> until = moment("until", zone, "form.until.wrong");
        if (until.filter(end -> !end.isAfter(now)).isPresent()) {
            form.wrong("until", "form.until.past");
        }
        if (from.isPresent() && until.filter(end -> !end.isAfter(from.get())).isPresent()) {
            form.wrong("until", "form.until.before");
        }
        Optional<WeeklyHours> hours = HoursForm.read(form, zone);
        if (form.text("reason").strip().length() > GrantTerms.LONGEST_REASON
                || !StorableText.fits(form.text("reason"))) {
            form.wrong("reason", "form.reason.wrong");
        }
        if (form.anyWrong() || holder.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        var terms = new GrantTerms(actions, from, until, hours, form.chosen("passable", "yes"), form.text("reason"));
        return Optional.of(new GrantWish(holder.get(), target.get().what(), terms, under));
    }

    private Set<Action> actions() {
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

    /** Nothing typed means none. */
    private Optional<Instant> moment(String field, Optional<ZoneId> zone, String error) {
        if (form.text(field).isBlank() || zone.isEmpty()) {
            return Optional.empty();
        }
        return form.read(field, LocalDateTime::parse, error)
                .map(local -> local.atZone(zone.get()).toInstant());
    }
}
