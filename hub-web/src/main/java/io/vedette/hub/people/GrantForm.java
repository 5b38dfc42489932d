package io.vedette.hub.people;

import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.AccessGrant;
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
import java.time.temporal.ChronoUnit;
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

    /** The terms alone, of a grant that is there and whose times are typed by this clock. */
    static Optional<GrantTerms> change(FormInput form, GrantTerms before, ZoneId zone, Instant now) {
        return new GrantForm(form, now).terms(Optional.of(zone), Optional.of(before));
    }

    private Optional<GrantWish> read(Targets targets, Optional<GrantId> under) {
        Optional<Holder> holder = form.error(WHO).isEmpty()
                ? form.read("holder", HolderText::read, "form.account.wrong")
                : Optional.empty(); // said already, where the name was typed
        Optional<Target> target = targets.find(form.text("target"));
        if (target.isEmpty()) {
            form.wrong("target", "form.target.wrong");
        }
        return terms(target.map(Target::zone), Optional.empty())
                .flatMap(terms ->
                        holder.flatMap(who -> target.map(about -> new GrantWish(who, about.what(), terms, under))));
    }

    /**
     * @param zone nothing while it is not known, as another field is wrong
     * @param before what is changed, if anything is
     */
    private Optional<GrantTerms> terms(Optional<ZoneId> zone, Optional<GrantTerms> before) {
        Set<Action> actions = actions();
        Optional<Instant> from = moment("from", zone, "form.from.wrong", before.flatMap(GrantTerms::from));
        Optional<Instant> until = moment("until", zone, "form.until.wrong", before.flatMap(GrantTerms::until));
        boolean moved = !until.equals(before.flatMap(GrantTerms::until));
        if (moved && until.filter(end -> !end.isAfter(now)).isPresent()) {
            form.wrong("until", "form.until.past");
        }
        if (from.isPresent() && until.filter(end -> !end.isAfter(from.get())).isPresent()) {
            form.wrong("until", "form.until.before");
        }
        Optional<WeeklyHours> hours = HoursForm.change(form, before.flatMap(GrantTerms::hours), zone);
        if (form.text("reason").strip().length() > GrantTerms.LONGEST_REASON
                || !StorableText.fits(form.text("reason"))) {
            form.wrong("reason", "form.reason.wrong");
        }
        return form.anyWrong()
                ? Optional.empty()
                : Optional.of(new GrantTerms(
                        actions, from, until, hours, form.chosen("passable", "yes"), form.text("reason")));
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

    /** Nothing typed means none. What stands there as it was is what it was, to the second. */
    private Optional<Instant> moment(String field, Optional<ZoneId> zone, String error, Optional<Instant> before) {
        if (form.text(field).isBlank() || zone.isEmpty()) {
            return Optional.empty();
        }
        return form.read(field, LocalDateTime::parse, error)
                .map(local -> before.filter(was -> minute(was, zone.get()).equals(local))
                        .orElseGet(() -> local.atZone(zone.get()).toInstant()));
    }

    private static LocalDateTime minute(Instant at, ZoneId zone) {
        return LocalDateTime.ofInstant(at, zone).truncatedTo(ChronoUnit.MINUTES);
    }

    /** What such a form says of a grant; hours that it cannot say are to be kept. */
    static FormInput of(AccessGrant grant, ZoneId zone) {
        GrantTerms terms = grant.terms();
        FormInput form = FormInput.empty()
                .preset("version", String.valueOf(grant.version()))
                .preset("zone", zone.getId())
                .preset("reason", terms.reason());
        terms.actions().forEach(action -> form.preset("action", action.name()));
        terms.from().ifPresent(from -> form.preset("from", minute(from, zone).toString()));
        terms.until()
                .ifPresent(until -> form.preset("until", minute(until, zone).toString()));
        if (terms.passable()) {
            form.preset("passable", "yes");
        }
        terms.hours().ifPresent(hours -> {
            if (HoursForm.says(hours, zone)) {
                HoursForm.write(form, hours);
            } else {
                form.preset("keep", "yes");
            }
        });
        return form;
    }
}
