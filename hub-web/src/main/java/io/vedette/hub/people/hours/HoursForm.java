package io.vedette.hub.people.hours;

import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.access.WeeklyHours.Window;
import io.vedette.hub.platform.web.FormInput;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hours of the week in a form: days to tick ({@code day}), and from when ({@code opens}) until when ({@code closes}). */
public final class HoursForm {
    private HoursForm() {}

    /**
     * No day ticked and no time typed means any time; days alone mean those days whole, times alone mean every day. What is
     * wrong is noted at its field.
     *
     * @param zone nothing while it is not known, as another field is wrong
     */
    public static Optional<WeeklyHours> read(FormInput form, Optional<ZoneId> zone) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (form.chosen("day", day.name())) {
                days.add(day);
            }
        }
        boolean opens = !form.text("opens").isBlank();
        boolean closes = !form.text("closes").isBlank();
        if (days.isEmpty() && !opens && !closes) {
            return Optional.empty();
        }
        if (opens != closes) {
            form.wrong("opens", "form.hours.half");
            return Optional.empty();
        }
        if (!opens) {
            return zone.map(there -> WeeklyHours.of(there, days, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        }
        Set<DayOfWeek> on = days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
        Optional<LocalTime> from = form.read("opens", LocalTime::parse, "form.hours.wrong");
        Optional<LocalTime> to = form.read("closes", LocalTime::parse, "form.hours.wrong");
        return zone.flatMap(there -> from.flatMap(begin -> to.map(end -> WeeklyHours.of(there, on, begin, end))));
    }

    /** As {@link #read}, of hours that are there: a form that cannot say them keeps them, unless it is told not to ({@code keep}). */
    public static Optional<WeeklyHours> change(FormInput form, Optional<WeeklyHours> before, Optional<ZoneId> zone) {
        if (before.isEmpty() || !form.chosen("keep", "yes")) {
            return read(form, zone);
        }
        if (!form.all("day").isEmpty()
                || !form.text("opens").isBlank()
                || !form.text("closes").isBlank()) {
            form.wrong("opens", "form.hours.kept");
        }
        return before;
    }

    /** Whether a form can say these hours, where times are those of this zone. */
    public static boolean says(WeeklyHours hours, ZoneId zone) {
        return hours.zone().equals(zone) && write(FormInput.empty(), hours);
    }

    /** Writes these hours into a form. False for hours that such a form cannot say, a lunch break for example: nothing is written. */
    public static boolean write(FormInput form, WeeklyHours hours) {
        for (Window first : hours.windows()) {
            for (Window last : hours.windows()) { // another one where a stretch crosses the end of the week
                LocalTime from = LocalTime.MIDNIGHT.plusMinutes(first.from());
                LocalTime to = LocalTime.MIDNIGHT.plusMinutes(last.to());
                List<DayOfWeek> days = daysOf(hours, from, to);
                if (!days.isEmpty()) {
                    days.forEach(day -> form.preset("day", day.name()));
                    form.preset("opens", from.toString()).preset("closes", to.toString());
                    return true;
                }
            }
        }
        return false;
    }

    /** The days on which one stretch makes exactly these hours; none when there are no such days. */
    private static List<DayOfWeek> daysOf(WeeklyHours hours, LocalTime from, LocalTime to) {
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            var alone = new WeeklyHours(hours.zone(), WeeklyHours.on(day, from, to));
            if (hours.cover(alone)) {
                days.add(day);
            }
        }
        boolean same = !days.isEmpty()
                && WeeklyHours.of(hours.zone(), EnumSet.copyOf(days), from, to).equals(hours);
        return same ? days : List.of();
    }
}
