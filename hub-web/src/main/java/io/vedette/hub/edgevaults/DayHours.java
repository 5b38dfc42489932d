package io.vedette.hub.edgevaults;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/**
 * Hours of a day, in whole minutes; over midnight when the end is before the beginning.
 *
 * @param to the first minute behind them
 */
public record DayHours(LocalTime from, LocalTime to) {
    public DayHours {
        from = from.truncatedTo(ChronoUnit.MINUTES);
        to = to.truncatedTo(ChronoUnit.MINUTES);
        if (from.equals(to)) {
            throw new IllegalArgumentException("hours end at another time than they begin");
        }
    }

    boolean contains(LocalTime at) {
        boolean behind = !at.isBefore(from);
        boolean before = at.isBefore(to);
        return from.isBefore(to) ? behind && before : behind || before;
    }
}
