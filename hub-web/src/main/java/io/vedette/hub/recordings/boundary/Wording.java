package io.vedette.hub.recordings.boundary;

import io.vedette.hub.recordings.entity.SiteDay;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts and times as people read them. */
public final class Wording {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final double STEP = 1000;

    private Wording() {}

    /** Three digits and a decimal unit: "9.1 MB". */
    public static String size(long bytes, Locale language) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        NumberFormat number = NumberFormat.getNumberInstance(language);
        number.setMaximumFractionDigits(unit == 0 || amount >= 100 ? 0 : 1);
        return number.format(amount) + " " + UNITS[unit];
    }

    /** "0:22", "1:05:00". */
    static String length(Duration duration) {
        Duration whole = duration.plusMillis(500);
        return whole.toHours() > 0
                ? "%d:%02d:%02d".formatted(whole.toHours(), whole.toMinutesPart(), whole.toSecondsPart())
                : "%d:%02d".formatted(whole.toMinutesPart(), whole.toSecondsPart());
    }

    static String clock(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }

    /** From when until when on this day; midnight comes twice, and the second time it is 24. */
    static String clocks(Instant from, Instant until, SiteDay day) {
        String end = until.isBefore(day.end()) ? clock(until, day.zone()) : "24:00:00";
        return clock(day.within(from), day.zone()) + "–" + end;
    }

    /** For SVG: two decimals and a point in every language. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
