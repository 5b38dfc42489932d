package io.vedette.hub.recordings.boundary;

import io.vedette.hub.platform.web.Messages;
import io.vedette.hub.platform.web.Moment;
import io.vedette.hub.recordings.entity.Recordings.Span;
import io.vedette.hub.recordings.entity.SiteDay;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A month with how much was recorded on each day, in ISO weeks.
 *
 * @param before a day of the month before, for the address
 * @param after a day of the month after
 */
public record MonthSheet(String title, String before, String after, List<String> weekdays, List<Week> weeks) {

    public record Week(int number, List<Day> days) {}

    /**
     * @param date as it stands in addresses; empty for the gaps at the edges of the month
     * @param covered the share of the day that was recorded, for SVG; empty when nothing was
     * @param toCome nothing can have been recorded on it yet
     */
    public record Day(String date, String label, String covered, String name, boolean current, boolean toCome) {}

    /** @param today where the site is */
    static MonthSheet of(SiteDay chosen, LocalDate today, List<Span> spans, Locale language) {
        YearMonth month = YearMonth.from(chosen.date());
        Map<LocalDate, Long> recorded = spans.stream()
                .collect(Collectors.groupingBy(
                        span -> LocalDate.ofInstant(span.startedAt(), chosen.zone()),
                        Collectors.summingLong(Span::durationMs)));
        List<Week> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        while (!monday.isAfter(month.atEndOfMonth())) {
            weeks.add(week(monday, month, chosen, today, recorded, language));
            monday = monday.plusWeeks(1);
        }
        return new MonthSheet(
                DateTimeFormatter.ofPattern("LLLL uuuu", language).format(month),
                month.minusMonths(1).atDay(1).toString(),
                month.plusMonths(1).atDay(1).toString(),
                weekdays(language),
                weeks);
    }

    private static Week week(
            LocalDate monday,
            YearMonth month,
            SiteDay chosen,
            LocalDate today,
            Map<LocalDate, Long> recorded,
            Locale language) {
        List<Day> days = monday.datesUntil(monday.plusWeeks(1))
                .map(date -> YearMonth.from(date).equals(month)
                        ? day(
                                new SiteDay(date, chosen.zone()),
                                recorded,
                                date.equals(chosen.date()),
                                date.isAfter(today),
                                language)
                        : new Day("", "", "", "", false, false))
                .toList();
        return new Week(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), days);
    }

    private static Day day(
            SiteDay day, Map<LocalDate, Long> recorded, boolean current, boolean toCome, Locale language) {
        Long millis = recorded.get(day.date());
        String date = Moment.date(day.date(), language);
        if (millis == null) {
            String nothing = Messages.text(language, "recordings.day.nothing", date);
            return new Day(
                    day.date().toString(), String.valueOf(day.date().getDayOfMonth()), "", nothing, current, toCome);
        }
        double share = Math.clamp((double) millis / day.length().toMillis(), 0.02, 1);
        return new Day(
                day.date().toString(),
                String.valueOf(day.date().getDayOfMonth()),
                Wording.percent(share),
                Messages.text(language, "recordings.day.recorded", date, Wording.length(Duration.ofMillis(millis))),
                current,
                toCome);
    }

    private static List<String> weekdays(Locale language) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, language))
                .toList();
    }
}
